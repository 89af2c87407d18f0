import { aspectsOf } from './aspects.ts';
import { composed, conceptNumber, concepts } from './concepts.ts';
import { fold } from './fold.ts';
import { segment } from './segment.ts';
import { findSlots } from './slots.ts';

/** One thing a comment names. */
export interface Term {
  /** number of its concept; -1 for what the lexicon does not know */
  concept: number;
  /** as it was written, folded */
  text: string;
}

/** What a comment is made of, once spelling, slots and phrases are read. */
export interface Sense {
  /** the folded text */
  text: string;
  asks: boolean;
  /** clauses with an A-not-A form, folded */
  asking: readonly string[];
  mood: number;
  slots: Record<string, string>;
  /** what it names, each concept once, in order of appearance; noise left out */
  terms: Term[];
  /** what it speaks of, whatever the trade */
  aspects: number[];
  /** what follows 这个, 那款 … without a concept: a name for what is being shown */
  pointed: string;
  /** how often something is denied */
  denials: number;
}

/** Reads a comment down to terms and slots. Pure; about 3 µs. */
export function sense(comment: string): Sense {
  const { text, asks, asking, mood } = fold(comment);
  const { values: slots, rest } = findSlots(text);
  const terms: Term[] = [];
  let denials = 0;
  let pointed = '';
  let pointing = false;
  let open = false;
  for (const { concept, text: written } of segment(rest)) {
    const { group, name } = concept < 0 ? unknown : concepts[concept]!;
    if (group === '' || group === 'goods') {
      if (pointing) pointed += written;
      const last = terms.at(-1);
      // characters that no phrase covers make one word
      if (open && group === '' && last && !isCode.test(written)) last.text += written;
      else terms.push({ concept, text: written });
      open = group === '' && !isCode.test(written);
      continue;
    }
    open = false;
    pointing = concept === deictic;
    if (group === 'noise') continue;
    if (group === 'neg') denials++;
    if (group === 'colour' || group === 'place' || group === 'time') addSlot(slots, group, name);
    if (!terms.some((term) => term.concept === concept)) terms.push({ concept, text: written });
  }
  const { meant, spoken } = compose(terms);
  return {
    text,
    asks,
    asking,
    mood,
    slots,
    terms: meant,
    aspects: aspectsOf(text, meant),
    pointed,
    denials: Math.max(0, denials - spoken),
  };
}

/** Runs of digits or letters: a number, a model, a brand. They match as a whole or not at all. */
export const isCode = /^[a-z\d]+$/;

const unknown = { group: '', name: '' };
const deictic = conceptNumber('noise.this');

function addSlot(slots: Record<string, string>, group: string, name: string) {
  const value = name.slice(group.length + 1);
  const known = slots[group];
  if (known?.split(',').includes(value)) return;
  slots[group] = known ? `${known},${value}` : value;
}

/** Joins terms that mean one thing together; a joined 还没发货 has its 没 inside. */
function compose(terms: Term[]): { meant: Term[]; spoken: number } {
  let meant = terms;
  let spoken = 0;
  for (let rule = ruleFor(meant); rule; rule = ruleFor(meant)) {
    const { parts, whole } = rule;
    const joined = meant.filter((term) => parts.includes(term.concept));
    meant = meant.filter((term) => !parts.includes(term.concept) && term.concept !== whole);
    meant.push({ concept: whole, text: joined.map((term) => term.text).join('') });
    spoken += parts.filter((part) => concepts[part]!.group === 'neg').length;
  }
  return { meant, spoken };
}

type Rule = (typeof composed)[number];

/** The rule with most parts whose parts all stand here; each one leaves fewer terms. */
function ruleFor(terms: readonly Term[]): Rule | undefined {
  if (terms.length < 2) return undefined;
  let best: Rule | undefined;
  for (const { concept } of terms) {
    for (const rule of rulesByPart.get(concept) ?? []) {
      if (best && best.parts.length >= rule.parts.length) continue;
      if (rule.parts.every((part) => terms.some((term) => term.concept === part))) best = rule;
    }
  }
  return best;
}

/** By the part that is met least often: questions and weak words are everywhere. */
const rulesByPart = new Map<number, Rule[]>();
for (const rule of composed) {
  const rare =
    rule.parts.find((part) => !/^(?:ask|weak|neg|time)$/.test(concepts[part]!.group)) ?? rule.parts[0]!;
  rulesByPart.set(rare, (rulesByPart.get(rare) ?? []).concat(rule));
}
