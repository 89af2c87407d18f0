import { lazily } from './lazy.ts';

/** Collections up to this size stand in the line of what holds them; larger ones have lines of their own. */
const inline = 32;
/** What holds more than plain values changes here and there: a line each. */
const richInline = 2;
/** Rows of numbers grow all the time: a short line is soon full and stays the same. */
const numbers = 8;

type Json = Record<string, unknown>;
type Collection = Map<unknown, unknown> | Set<unknown> | unknown[];
/** Stands for a collection: m, s as `v`; or with the next `n` lines, M, S, A. */
type Mark = { '%': 'm' | 's' | 'u' | 'M' | 'S' | 'A'; v?: unknown[]; n?: number };

const isCollection = (value: unknown): value is Collection =>
  Array.isArray(value) || value instanceof Map || value instanceof Set;
const isRich = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(isRich));

/**
 * Plain data, maps and sets as lines of JSON. What grows or changes bit by bit stands on lines of its own, so that
 * most lines are the same after a while: see `writePatch`.
 */
export function writeLines(value: unknown): string[] {
  const lines: string[] = [];
  write(value, lines);
  return lines;
}

function write(value: unknown, lines: string[]): void {
  const below: string[] = [];
  lines.push(JSON.stringify(marked(value, below)));
  for (const line of below) lines.push(line);
}

function marked(value: unknown, below: string[]): unknown {
  if (value === undefined) return { '%': 'u' } satisfies Mark;
  if (typeof value !== 'object' || value === null) return value;
  if (!isCollection(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([k, v]) => (v === undefined ? [] : [[k, marked(v, below)]])),
    );
  const items: unknown[] = Array.isArray(value) ? Array.from(value) : [...value];
  const isRow = Array.isArray(value) && typeof items[0] === 'number';
  const isAnyRich = items.some(isRichIn(value));
  if (items.length <= (isRow ? numbers : isAnyRich ? richInline : inline)) {
    const kept = items.map((item) => marked(item, below));
    if (Array.isArray(value)) return kept;
    return { '%': value instanceof Map ? 'm' : 's', v: kept } satisfies Mark;
  }
  const before = below.length;
  // a set may lose what stands in its middle, other rows grow at their end
  const size = value instanceof Set || isAnyRich ? 1 : isRow ? numbers : inline;
  for (let i = 0; i < items.length; i += size) write(size === 1 ? items[i] : items.slice(i, i + size), below);
  const kind = Array.isArray(value) ? 'A' : value instanceof Map ? 'M' : 'S';
  return { '%': kind, n: below.length - before, v: [size] } satisfies Mark;
}

const isRichIn = (value: Collection) => (item: unknown) =>
  value instanceof Map ? isRich((item as [unknown, unknown])[1]) : isRich(item);

/** The data again. Large collections are read when somebody looks at them. Throws when the lines are none of ours. */
export function readLines(lines: readonly string[]): unknown {
  const reader = { lines, at: 0 };
  return read(reader);
}

interface Reader {
  lines: readonly string[];
  at: number;
}

function read(reader: Reader): unknown {
  const line = reader.lines[reader.at++];
  if (line === undefined) throw new Error('A checkpoint ends too soon.');
  return revived(JSON.parse(line), reader);
}

function revived(value: unknown, reader: Reader): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => revived(item, reader));
  if ('%' in value) return below(value as Mark, reader)();
  const object: Json = {};
  for (const [key, held] of Object.entries(value)) {
    if (typeof held === 'object' && held !== null && typeof (held as Mark).n === 'number' && '%' in held)
      lazily(object, key, below(held as Mark, reader));
    else object[key] = revived(held, reader);
  }
  return object;
}

/** Takes a collection's lines, and tells how to read them. */
function below({ '%': kind, v = [], n = 0 }: Mark, reader: Reader): () => unknown {
  if (kind === 'u') return () => undefined;
  if (kind === 'm' || kind === 's') {
    const items = v.map((item) => revived(item, reader));
    return () => collect(kind, items);
  }
  const own = { lines: reader.lines, at: reader.at };
  const end = own.at + n;
  reader.at = end;
  return () => {
    const items: unknown[] = [];
    while (own.at < end) {
      const found = read(own);
      if (v[0] === 1) items.push(found);
      else for (const item of found as unknown[]) items.push(item);
    }
    return collect(kind, items);
  };
}

function collect(kind: Mark['%'], items: unknown[]): Collection {
  if (kind === 'm' || kind === 'M') return new Map(items as [unknown, unknown][]);
  return kind === 's' || kind === 'S' ? new Set(items) : items;
}
