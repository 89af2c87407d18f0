import { conceptNumber, concepts, isConcept } from './concepts.ts';
import { isCode, type Sense } from './sense.ts';

/** What two questions must share to be one. Plain data. */
export interface Signature {
  /** denial, kind of asking, meanings, slots, numbers: equal, or not the same question */
  key: string;
  /** 吃 · 用 · 喝 · 穿: may be left out, must not differ */
  verb: string;
  /** characters the lexicon does not know, e.g. a product's name */
  rest: string;
  /** of them, those after 这个 or 那款, which a neighbour leaves out */
  pointed: string;
}

/** Takes from a comment all that tells its question from others. */
export function signatureOf({ terms, slots, pointed, denials }: Sense): Signature {
  const meant: number[] = [];
  const weak: number[] = [];
  const light: number[] = [];
  let verb = '';
  let fitting = slots.size !== undefined;
  const names: string[] = [];
  const codes: string[] = [];
  for (const { concept, text } of terms) {
    if (concept < 0 || concepts[concept]!.group === 'goods') {
      (isCode.test(text) ? codes : names).push(text);
      continue;
    }
    const { group, weight, name } = concepts[concept]!;
    if (group === 'size' || name === 'weak.wear') fitting = true;
    if (mute.has(group) || silent.has(concept)) continue;
    if (verbs.has(concept)) verb = name;
    else if (lightNames.has(concept)) light.push(concept);
    else if (weight >= 1) meant.push(concept);
    else if (weight > 0) weak.push(concept);
  }
  const meaning = [meant, light, weak].find((group) => group.length > 0) ?? [];
  // who asks about fit gives height and weight; who asks the price may, too
  if (meaning.length === 0) fitting = true;
  const filled = Object.entries(slots)
    .filter(
      ([slot, value]) =>
        (fitting || (slot !== 'height' && slot !== 'weight')) && !isConcept(`${slot}.${value}`),
    )
    .map(([slot, value]) => `${slot}=${value}`);
  return {
    key: [
      denials % 2 === 0 ? '+' : '-',
      meaning.sort((a, b) => a - b).join(' '),
      filled.sort().join(' '),
      codes.sort().join(' '),
    ].join('|'),
    verb: meaning.length > 0 ? verb : '',
    rest: names.join(''),
    pointed,
  };
}

const numbersOf = (...names: string[]): ReadonlySet<number> => new Set(names.map(conceptNumber));
const mute: ReadonlySet<string> = new Set(['neg', 'praise', 'greeting', 'vote']);
/** People leave them out or put them in. */
const silent = numbersOf(
  'weak.can',
  'weak.have',
  'weak.still',
  'weak.now',
  'weak.very',
  'weak.need',
  'weak.want',
  'time.今天',
  'weak.good',
  'weak.sell',
  'weak.other',
  'weak.add',
  'weak.give',
);
const verbs = numbersOf('weak.use', 'weak.eat', 'weak.drink', 'weak.wear');
/** Say nothing beside a meaning of their own: 适合孕妇吗 is 孕妇能用吗. */
const lightNames = numbersOf('suitability.fits', 'comparison.versus', 'shipping.ship', 'price.this');
