import { z } from '../zod.ts';
import type { RawEntry } from './read-entries.ts';
import { type Header, takeField } from './read-header.ts';
import { ListTerm } from './word-list.ts';

/** Fields that hold words and say nothing of them. */
const plain = /^(words?|terms?|lists?|data|items?|keywords?|sensitive_?words?|entries|categories)$/i;
const deepest = 4;

const Text = z.union([z.string(), z.number()]).transform(String);
/** A word as a public list has it, with what it says of it under the usual names. */
const Word = z.looseObject({
  text: Text.optional(),
  word: Text.optional(),
  keyword: Text.optional(),
  term: Text.optional(),
  name: Text.optional(),
  severity: Text.optional(),
  level: Text.optional(),
  risk: Text.optional(),
  basis: Text.optional(),
  reason: Text.optional(),
  category: Text.optional(),
  type: Text.optional(),
  scope: ListTerm.shape.scope.nullable().catch(null),
});

/**
 * Words of JSON: ours, an array of strings or objects, `{words: […]}`, `{category: […]}` with the category for a
 * basis. An entry's line is its place, counted from 1. Fills the header from the outermost fields.
 */
export function* readJson(value: unknown, header: Header): Generator<RawEntry> {
  const place = { line: 0 };
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [name, field] of Object.entries(value))
      if (typeof field === 'string' || typeof field === 'number') takeField(header, name, field);
  yield* walk(value, '', 0, false);

  function* walk(value: unknown, basis: string, depth: number, isAllow: boolean): Generator<RawEntry> {
    if (depth > deepest) return;
    if (Array.isArray(value)) {
      for (const item of value) {
        if (Array.isArray(item)) yield* walk(item, basis, depth + 1, isAllow);
        else {
          place.line++;
          yield entryOf(item, basis, isAllow, place.line);
        }
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inside] of Object.entries(value))
        if (typeof inside === 'object')
          yield* walk(
            inside,
            plain.test(name) || name === 'allow' ? basis : name,
            depth + 1,
            isAllow || name === 'allow',
          );
    }
  }
}

function entryOf(item: unknown, basis: string, isAllow: boolean, line: number): RawEntry {
  const why = basis ? { basis } : {};
  if (typeof item === 'string' || typeof item === 'number')
    return { line, text: String(item), ...why, ...(isAllow && { level: 'allow' }) };
  const word = Word.safeParse(item).data;
  // told as unreadable
  if (!word) return { line, text: '\ufffd' };
  return {
    line,
    text: word.text ?? word.word ?? word.keyword ?? word.term ?? word.name ?? '\ufffd',
    ...(isAllow ? { level: 'allow' } : levelIn(word)),
    ...why,
    ...basisIn(word),
    ...(word.scope !== undefined && { scope: word.scope }),
  };
}

const basisIn = ({ basis, reason, category, type }: z.infer<typeof Word>) => {
  const said = basis ?? reason ?? category ?? type;
  return said === undefined || /^\d+$/.test(said) ? {} : { basis: said };
};

const levelIn = ({ severity, level, risk }: z.infer<typeof Word>) => {
  const named = severity ?? level ?? risk;
  // what a number means differs from list to list
  return named === undefined || /^\d+$/.test(named) ? {} : { level: named };
};
