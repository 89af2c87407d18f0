const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [brace, bracket] = [0x7b, 0x5b];
/** Bytes of a list that are parsed at once: longer strings are not cleared away as quickly. */
const piece = 1 << 13;

const decoder = new TextDecoder();
const parse = (bytes: Uint8Array, from: number, to: number): unknown =>
  JSON.parse(decoder.decode(bytes.subarray(from, to)));

/** Takes the elements of a list, by the field's name, one after the other: then none of them is kept. */
export type Visits = Readonly<Record<string, ((one: never) => void) | undefined>>;

/**
 * The wanted fields of a JSON object, or all of them, which comes as UTF-8 without blanks, just as `JSON.parse` would give them. Lists
 * are parsed in pieces: the text of a long one would take twice its bytes in memory, beside what it becomes. Throws
 * where it is no such object.
 */
export function readFields(
  bytes: Uint8Array,
  wanted?: ReadonlySet<string>,
  visit: Visits = {},
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (bytes[0] !== brace) throw new SyntaxError('This is no JSON object.');
  for (let at = 1; bytes[at] === quote; ) {
    const keyEnd = valueEnd(bytes, at);
    const key = parse(bytes, at, keyEnd) as string;
    if (bytes[keyEnd] !== colon) throw new SyntaxError(`"${key}" has no value.`);
    const from = keyEnd + 1;
    const to = valueEnd(bytes, from);
    const visitor = visit[key];
    if (visitor) eachIn(bytes, from, to, visitor);
    else if (!wanted || wanted.has(key)) {
      const list: unknown[] = [];
      if (bytes[from] === bracket) eachIn(bytes, from, to, (one) => list.push(one));
      fields[key] = bytes[from] === bracket ? list : parse(bytes, from, to);
    }
    at = bytes[to] === comma ? to + 1 : to;
  }
  return fields;
}

function eachIn(bytes: Uint8Array, from: number, to: number, take: (one: never) => void): void {
  const last = to - 1;
  let begun = from + 1;
  for (let at = begun; at < last; ) {
    at = valueEnd(bytes, at);
    if (at < last && at - begun < piece) at++;
    else {
      for (const one of JSON.parse(`[${decoder.decode(bytes.subarray(begun, at))}]`) as never[]) take(one);
      begun = ++at;
    }
  }
}

/** Where the value that begins at `at` ends. */
function valueEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let i = at; i < bytes.length; i++) {
    const unit = bytes[i];
    if (unit === quote) {
      for (i++; i < bytes.length && bytes[i] !== quote; i++) if (bytes[i] === backslash) i++;
      if (depth === 0) return i + 1;
    } else if (unit === brace || unit === bracket) depth++;
    else if (unit === brace + 2 || unit === bracket + 2) {
      if (depth === 0) return i;
      if (--depth === 0) return i + 1;
    } else if (unit === comma && depth === 0) return i;
  }
  throw new SyntaxError('The JSON was cut off.');
}
