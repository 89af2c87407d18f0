import type { Mark } from '../../lib/search/marks.ts';

/** A text with the places marked where it holds what was asked for. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const parts = marks.map(
    ([start, end], i) => [text.slice(marks[i - 1]?.[1] ?? 0, start), text.slice(start, end), end] as const,
  );
  return (
    <bdi>
      {parts.map(([before, marked, end]) => (
        <span key={end}>
          {before}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </bdi>
  );
}
