import { z } from '../zod.ts';

/** Longest answer that is read at all, in UTF-16 units: what is longer is no reply. */
export const longestAnswer = 2000;

const Answer = z.strictObject({
  reply: z.string().max(400),
  from: z.array(z.string().max(40)).max(20),
});

/**
 * Reads a model's answer: tolerant of what stands around the JSON object, strict about the object.
 * Null for what is none, or cites what it was not given. An empty reply cites nothing: the model does not know.
 */
export function readAnswer(
  written: string,
  ids: readonly string[],
): { reply: string; from: string[] } | null {
  if (written.length > longestAnswer) return null;
  const start = written.indexOf('{');
  const end = written.lastIndexOf('}');
  if (start < 0 || end < start) return null;
  const parsed = Answer.safeParse(parse(written.slice(start, end + 1)));
  if (!parsed.success) return null;
  const reply = parsed.data.reply.trim();
  const from = [...new Set(parsed.data.from)];
  if (reply === '') return { reply, from: [] };
  return from.length > 0 && from.every((id) => ids.includes(id)) ? { reply, from } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** As much of the reply as has arrived; '' before it begins. */
export function readPart(written: string): string {
  const found = /"reply"\s*:\s*"((?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*)/.exec(
    written.slice(0, longestAnswer),
  );
  const text = found && parse(`"${found[1]}"`);
  return typeof text === 'string' ? text : '';
}
