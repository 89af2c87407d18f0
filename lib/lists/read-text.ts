import { readTable } from '../sheet/csv.ts';
import { levelOf, type RawEntry } from './read-entries.ts';
import { type Header, takeField } from './read-header.ts';

/** Filter lists write !, shells #, programmers //. A # before a letter is a topic: #最低价# is a term. */
const comment = /^(?:!|\/\/|#(?=$|[\s#!=*-]))\s*(.*)$/;
const field = /^([^:：]{2,12})[:：]\s*(.+)$/;
const section = /^\[[^\]]{1,60}\]$/;
const separators = /[,，、;；|]/;
/** A severity by our own names behind a space, and a basis behind it: 员工价 高风险 公司规定. */
const spaced = /^(.*\S)\s+(s[1-3]|禁用|高风险|需依据|放行)(?:\s+(.+))?$/i;

/**
 * Words a line each, or several between commas, as public lists have them; `word⇥severity⇥basis`, or with spaces,
 * the last two if wanted; `@@phrase` is a phrase that is let through. Fills the header from comments.
 */
export function* readText(text: string, header: Header): Generator<RawEntry> {
  let line = 0;
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    const written = text.slice(from, to).trim();
    from = to + 1;
    line++;
    if (written === '' || section.test(written)) continue;
    // a term that begins like a comment has its severity behind it
    const note = isColumns(written) ? null : comment.exec(written);
    if (note) {
      const [, name, value] = field.exec(note[1]!) ?? [];
      if (name && value) takeField(header, name, value);
    } else yield* entriesOf(written, line);
  }
}

const isColumns = (written: string): boolean => levelOf(written.split('\t')[1] ?? '') !== undefined;

function* entriesOf(written: string, line: number): Generator<RawEntry> {
  if (written.includes('\t')) return yield columns(written.split('\t'), line);
  const [, text, level, basis] = spaced.exec(written) ?? [];
  if (text && level && !separators.test(text)) return yield columns([text, level, basis ?? ''], line);
  if (!separators.test(written)) return yield entry(written, line);
  const pieces = written.includes('"')
    ? (readTable(written, ',')[0]?.cells ?? [])
    : written.split(separators);
  if (pieces[1] && levelOf(pieces[1])) return yield columns(pieces, line);
  for (const piece of pieces) if (piece.trim() !== '') yield entry(piece, line);
}

/** Columns without a head: the word, its severity, its basis. A number there is how often it was met elsewhere. */
export function columns([text = '', second = '', third = '']: readonly string[], line: number): RawEntry {
  const made = entry(text, line);
  if (levelOf(second)) return { ...made, level: second, basis: third };
  const basis = [second, third].filter((cell) => cell.trim() !== '' && !/^[\d.]+$/.test(cell)).join(' ');
  return basis ? { ...made, basis } : made;
}

function entry(text: string, line: number): RawEntry {
  const bare = text.trim();
  return bare.startsWith('@@') ? { line, text: bare.slice(2), level: 'allow' } : { line, text: bare };
}
