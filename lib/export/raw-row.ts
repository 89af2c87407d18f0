import type { Filling } from '../sheet/batch.ts';
import { isPlain, type Plain, plainOf } from '../sheet/row.ts';
import { maskedWords, putBadges, putMaskedName } from './mask-raw.ts';
import { fields, numberIn, type RawEvent } from './raw-event.ts';
import type { Sense } from './readings.ts';
import type { SheetWords } from './sheet-rows.ts';

const { at, nick, userId, text, source, backlog, badges, id } = fields;

/** A row of plain texts. */
export type PlainRow = (Plain | number | null)[];

/**
 * Gives the row that `commentRow` makes of a comment where it lies. Null where the comment has to be parsed for that: it
 * is our own, its words are masked, or something in it is not written into XML as it stands. A row holds until the next.
 */
export function createRawRow(
  { sheet, intents }: SheetWords,
  { mask, serial }: { mask: boolean; serial(ms: number): number },
): (raw: RawEvent, seq: number, sense: Sense) => PlainRow | null {
  const plainIn = <K extends string>(words: Record<K, string>) =>
    Object.fromEntries(Object.entries<string>(words).map(([key, word]) => [key, plainOf(word)])) as Record<
      K,
      Plain
    >;
  const [intentOf, moodOf] = [plainIn(intents), plainIn(sheet.sentiments)];
  const yes = plainOf(sheet.yes);
  const { feed, dom } = plainIn(sheet.sources);
  const cell = (): Plain => ({ bytes: new Uint8Array(0), from: 0, to: 0 });
  const [name, user, words, marks, own] = [cell(), cell(), cell(), cell(), cell()];
  const row: PlainRow = [0, 0, name, null, words, null, null, null, null, null, null, own];
  // of names and badges, which are not written as they lie there
  let made: Filling = { bytes: new Uint8Array(4096), at: 0 };

  const take = (target: Plain, { bytes, begins, ends, isEscaped }: RawEvent, field: number): boolean => {
    target.bytes = bytes;
    target.from = begins[field]!;
    target.to = ends[field]!;
    return !isEscaped[field] && isPlain(bytes, target.from, target.to);
  };
  const write = (
    target: Plain,
    raw: RawEvent,
    writing: (filling: Filling, raw: RawEvent) => void,
  ): boolean => {
    target.from = made.at;
    writing(made, raw);
    target.bytes = made.bytes;
    target.to = made.at;
    return isPlain(made.bytes, target.from, target.to);
  };

  return (raw, seq, { intent, sentiment }) => {
    const { bytes, begins, isEscaped } = raw;
    if (
      begins[fields.anchor] ||
      isEscaped[nick] ||
      isEscaped[badges] ||
      (mask && maskedWords(raw) !== undefined)
    )
      return null;
    if (made.bytes.length < raw.end - raw.from + 8)
      made = { bytes: new Uint8Array(raw.end - raw.from + 8), at: 0 };
    made.at = 0;
    if (!take(words, raw, text) || !take(own, raw, id)) return null;
    if (!(mask ? write(name, raw, putMaskedName) : take(name, raw, nick))) return null;
    const isNamed = !mask && begins[userId]! > 0;
    if (isNamed && !take(user, raw, userId)) return null;
    const hasMarks = begins[badges]! > 0;
    if (hasMarks && !write(marks, raw, putBadges)) return null;
    row[0] = seq;
    row[1] = serial(numberIn(raw, at));
    row[3] = isNamed ? user : null;
    row[5] = intentOf[intent];
    row[6] = moodOf[sentiment];
    row[8] = begins[backlog] ? yes : null;
    row[9] = hasMarks ? marks : null;
    // feed or dom
    row[10] = bytes[begins[source]!] === 0x66 ? feed : dom;
    return row;
  };
}
