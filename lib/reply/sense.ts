import { composed, conceptNumber, concepts } from './concepts.ts';
import { fold } from './fold.ts';
import { segment } from './segment.ts';
import { findSlots } from './slots.ts';

/** What a comment is made of, once spelling, slots and phrases are read. */
export interface Sense {
  /** the folded text */
  text: string;
  asks: boolean;
  mood: number;
  slots: Record<string, string>;
  /** numbers of the concepts it names, each once, in order of appearance; noise left out */
  concepts: number[];
  /** what the lexicon does not know: characters, goods, runs of digits or letters, sounds */
  rest: string[];
  /** of them, the characters right after 这个, 那款 …: a name for what is being shown */
  pointed: string;
  /** how often something is denied */
  denials: number;
}

/** Reads a comment down to concepts, slots and leftovers. Pure; about 3 µs. */
export function sense(comment: string): Sense {
  const { text, asks, mood } = fold(comment);
  const { values: slots, rest: words } = findSlots(text);
  const found: number[] = [];
  const rest: string[] = [];
  let denials = 0;
  let pointed = '';
  let pointing = false;
  for (const piece of segment(words)) {
    if (piece.concept < 0) {
      rest.push(piece.rest);
      if (pointing) pointed += piece.rest;
      continue;
    }
    const { group, name } = concepts[piece.concept]!;
    if (group === 'goods') {
      const word = name.slice(name.indexOf(':') + 1);
      rest.push(word);
      if (pointing) pointed += word;
      continue;
    }
    pointing = piece.concept === deictic;
    if (group === 'noise') continue;
    if (group === 'neg') denials++;
    if (group === 'colour' || group === 'place' || group === 'time') addSlot(slots, group, name);
    if (!found.includes(piece.concept)) found.push(piece.concept);
  }
  return {
    text,
    asks,
    mood,
    slots,
    concepts: compose(found),
    rest,
    pointed,
    denials: denialsLeft(found, denials),
  };
}

function addSlot(slots: Record<string, string>, group: string, name: string) {
  const value = name.slice(group.length + 1);
  slots[group] = slots[group] ? `${slots[group]},${value}` : value;
}

/** A composed meaning such as 还没发货 carries its 没 inside. */
function denialsLeft(found: readonly number[], denials: number): number {
  return denials > 0 && composesDenial(found) ? denials - 1 : denials;
}

const deictic = conceptNumber('noise.this');
const not = conceptNumber('neg.not');
const composesDenial = (found: readonly number[]): boolean =>
  composed.some(({ parts }) => parts.includes(not) && parts.every((part) => found.includes(part)));

function compose(found: number[]): number[] {
  if (found.length < 2) return found;
  let meant = found;
  for (const { parts, whole } of composed) {
    if (!parts.every((part) => meant.includes(part))) continue;
    meant = meant.filter((concept) => !parts.includes(concept) && concept !== whole);
    meant.push(whole);
  }
  return meant;
}
