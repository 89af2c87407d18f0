const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML holds it, whatever it is; what no document may hold is left out. */
export const plain = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark]!);

/** A section with a heading; nothing when it has nothing in it. */
export const section = (title: string, content: string, hint?: string): string =>
  content &&
  `<section><h2>${plain(title)}</h2>${hint ? `<p class="hint">${plain(hint)}</p>` : ''}${content}</section>`;

/** A table of texts; the columns from `numbers` on stand to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], numbers = 1): string {
  if (rows.length === 0) return '';
  const side = (i: number) => (i >= numbers ? ' class="n"' : '');
  const head = heads.map((text, i) => `<th scope="col"${side(i)}>${plain(text)}</th>`).join('');
  const body = rows
    .map(
      (cells) =>
        `<tr>${cells.map((text, i) => `<td${side(i)}><bdi>${plain(text)}</bdi></td>`).join('')}</tr>`,
    )
    .join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Bars from the left, each with its name and what is said of it. */
export function bars(rows: readonly { name: string; value: number; said: string }[]): string {
  const most = Math.max(1e-9, ...rows.map(({ value }) => value));
  const lines = rows.map(({ name, value, said }, i) => {
    const width = Math.max(0, (value / most) * 520);
    const y = i * 26;
    return `<text x="150" y="${y + 17}" text-anchor="end">${plain(name)}</text><rect x="160" y="${y + 5}" width="${width.toFixed(1)}" height="16"/><text x="${(166 + width).toFixed(1)}" y="${y + 17}">${plain(said)}</text>`;
  });
  if (rows.length === 0) return '';
  return `<svg viewBox="0 0 860 ${rows.length * 26}" role="img">${lines.join('')}</svg>`;
}

/** Points of a curve over time: ms epoch and a value; null leaves a hole. */
export type Point = readonly [at: number, value: number | null];

/** Curves over time below each other's scale, with the times at both ends and the highest value. */
export function curves(
  lines: readonly { name: string; points: readonly Point[]; isArea?: boolean }[],
  { time, value }: { time(ms: number): string; value(value: number): string },
): string {
  const points = lines.flatMap((line) => line.points);
  const values = points.flatMap(([, found]) => (found === null ? [] : [found]));
  const [from, to] = [points[0]?.[0] ?? 0, points.reduce((last, [at]) => Math.max(last, at), 0)];
  const most = values.reduce((high, found) => Math.max(high, found), 0);
  if (most <= 0 || to <= from) return '';
  const x = (at: number) => (50 + ((at - from) / (to - from)) * 790).toFixed(1);
  const y = (found: number) => (180 - (found / most) * 160).toFixed(1);
  const drawn = lines.map(({ points: line, isArea }, i) => {
    let path = '';
    let isOpen = false;
    for (const [at, found] of line) {
      if (found !== null) path += `${isOpen ? 'L' : 'M'}${x(at)} ${y(found)}`;
      isOpen = found !== null;
    }
    const [first, last] = [line[0]?.[0] ?? from, line.at(-1)?.[0] ?? to];
    const area = isArea ? `<path class="a${i}" d="${path}L${x(last)} 180L${x(first)} 180Z"/>` : '';
    return `${area}<path class="c${i}" d="${path}"/>`;
  });
  const names = lines.map(
    ({ name }, i) => `<text class="t${i}" x="${50 + i * 130}" y="12">— ${plain(name)}</text>`,
  );
  return `<svg viewBox="0 0 860 205" role="img"><line x1="50" y1="180" x2="840" y2="180"/><text x="44" y="26" text-anchor="end">${plain(value(most))}</text><text x="44" y="184" text-anchor="end">0</text><text x="50" y="200">${plain(time(from))}</text><text x="840" y="200" text-anchor="end">${plain(time(to))}</text>${drawn.join('')}${names.join('')}</svg>`;
}
