import type { CheckedText, ProductCategory } from '../compliance/types.ts';
import type { Finding } from '../model.ts';
import { claimsHold } from './claims.ts';
import words from './data/words.json' with { type: 'json' };
import { isEcho, isGrounded } from './ground.ts';
import { isMixed } from './mixing.ts';
import { numbersAgree } from './numbers.ts';
import { plain } from './plain.ts';
import { isReversed } from './reversed.ts';
import { readText } from './sources.ts';
import type { Drop, Grounds } from './types.ts';

/** Lets a text through as checked, or not: the compliance engine's `clear` for the public reply and the product's category. */
export type Check = (
  text: string,
  category?: ProductCategory,
) =>
  | { ok: true; text: CheckedText; findings: readonly Finding[] }
  | { ok: false; findings: readonly Finding[] };

type Verdict =
  | { ok: true; text: CheckedText; findings: readonly Finding[] }
  | { ok: false; why: Drop; findings: readonly Finding[] };

/** Judges one answer. */
export type Gate = (answer: string) => Verdict;

/** What an honest answer is written with; everything else hides something. */
const honest = /^[\u4e00-\u9fff〇a-zA-Z\d ，。！？、；：“”‘’（）《》【】…—～,.!?;:'"()%&+\-/~¥￥]+$/;
const addresses =
  /https?:|www\.|:\/\/|[a-z\d-]+\.(?:com|cn|net|org|top|xyz|cc|me|io|vip|shop|link|tv|co|ly|gl)(?![a-z])|@|\d{7,}|1[3-9]\d[-\d]{8,}/;
const contact = new RegExp(words.contact, 'g');
const instructions = new RegExp(words.instructions, 'g');

/**
 * Makes the judge of answers to one card: what it says must stand in the sources, numbers, claims and denials
 * alike, and the rules must let it through.
 *
 * Pure: the same grounds, rules and answer give the same verdict.
 */
export function createGate(grounds: Grounds, check: Check): Gate {
  const { asked, limit } = grounds;
  const sources = grounds.sources.map(({ text }) => readText(text));
  const isNew = (pattern: RegExp, text: string) =>
    [...text.matchAll(pattern)].some(([word]) => !sources.some((source) => source.plain.includes(word)));

  return (answer) => {
    const drop = (why: Drop): Verdict => ({ ok: false, why, findings: [] });
    if (!honest.test(answer)) return drop('odd-characters');
    const flat = plain(answer);
    if (addresses.test(flat) || isNew(contact, flat)) return drop('contact');
    if (isNew(instructions, flat)) return drop('instructions');
    if (isEcho(answer, asked, sources)) return drop('echo');

    const cleared = check(answer, grounds.category);
    if (!cleared.ok) return { ok: false, why: 'banned', findings: cleared.findings };
    if (answer.length > limit) return drop('too-long');

    const said = readText(answer);
    if (!numbersAgree(said, sources) || isMixed(said, sources)) return drop('numbers');
    if (!claimsHold(said, sources)) return drop('claims');
    if (isReversed(said, sources)) return drop('reversed');
    return isGrounded(said, asked, sources) ? cleared : drop('ungrounded');
  };
}
