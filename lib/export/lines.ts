import type { PageText } from '../log/reader.ts';
import type { LoggedEvent } from '../model.ts';

/** An event as one line without its end. `seq` comes last, as in the fast way below: one event, one spelling. */
export const lineOf = (event: LoggedEvent): string => JSON.stringify(event);

/**
 * Where one event of a page ends and the next begins. No text can hold it, because a quote within a text is
 * written \"; no part of an event begins with `kind`.
 */
const seam = '},{"kind":"';
const opening = '{"kind":"';

/** The lines of a page whose events need not be looked into: cut apart and numbered, not parsed. */
export function linesOf({ first, count, text }: PageText & { text: string }): string[] {
  const parts = text.startsWith(opening) ? text.slice(opening.length, -1).split(seam) : [];
  // written by some other hand: then it is read as any JSON
  if (parts.length !== count)
    return (JSON.parse(`[${text}]`) as LoggedEvent[]).map((event, i) =>
      lineOf(Object.assign(event, { seq: first + i })),
    );
  return parts.map((part, i) => `${opening}${part},"seq":${first + i}}`);
}
