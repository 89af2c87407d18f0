import { conceptNumber, concepts, isConcept } from './concepts.ts';
import table from './data/reading.json' with { type: 'json' };
import { isCode, type Sense, type Term } from './sense.ts';

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
export function signatureOf({ terms, slots, pointed, denials, text }: Sense): Signature {
  const { meaning, verb, fitting } = meaningOf(terms, slots);
  const codes: string[] = [];
  let rest = '';
  for (const { concept, text: word } of terms) {
    if (concept >= 0 && concepts[concept]!.group !== 'goods') continue;
    if (isCode.test(word)) codes.push(word);
    else rest += word;
  }
  // 出油率高吗 asks no more than 出油率怎么样
  if (/[率度性]高/.test(text)) rest = rest.replace('高', '');
  // 保修期, 透气性: a letter that only rounds off a known meaning
  if (meaning.length > 0 && onlyLight.test(rest)) rest = '';
  const filled = slotsThatTell(slots, fitting, meaning);
  const named = meaning.length + rest.length + codes.length + filled.length > 0;
  return {
    key: [
      denials % 2 === 0 ? '+' : '-',
      named ? meaning.sort((a, b) => a - b).join(' ') : text,
      filled.sort().join(' '),
      [...codes.sort(), ...sidesOf(text)].join(' '),
    ].join('|'),
    verb: meaning.length > 0 ? verb : '',
    rest,
    pointed: rest === '' ? '' : pointed,
  };
}

/** Which side of two is asked about, where no meaning tells: 热水 or 冷水, 开封前 or 开封后. */
function sidesOf(text: string): string[] {
  if (!sides.test(text)) return [];
  const found = Array.from(text.matchAll(everySide), (match) => match.slice(1).join('').replace('凉', '冷'));
  return [...new Set(found)].sort();
}
const side =
  '[封盖饭餐睡妆澡脸练孕电用洗动吃喝机课门术涂煮烤炒煎蒸染烫剪拆装]([前后])|([热冷温凉冰])水|([早中晚])期|([左右])[手脚耳眼边]|([前后])[轮座排]';
const sides = new RegExp(side);
const everySide = new RegExp(side, 'g');

function meaningOf(terms: readonly Term[], slots: Sense['slots']) {
  const meant: number[] = [];
  const weak: number[] = [];
  const light: number[] = [];
  let verb = '';
  let fitting = slots.size !== undefined;
  let before = false;
  for (const { concept } of terms) {
    if (concept < 0) {
      before = false;
      continue;
    }
    const { group, weight, name } = concepts[concept]!;
    if (group === 'size' || name === 'weak.wear') fitting = true;
    if (mute.has(group) || silent.has(concept)) continue;
    // 容量多大, 噪音大吗: the measure belongs to what stands before it
    if (before && measures.has(concept)) continue;
    before = measured.has(group) && weight >= 2;
    if (verbs.has(concept)) verb = name;
    else if (lightOnes.has(concept)) light.push(concept);
    else if (weight >= 1) meant.push(concept);
    else if (weight > 0) weak.push(concept);
  }
  const all = [meant, light, weak].find((group) => group.length > 0) ?? [];
  // who asks about fit gives height and weight; who asks the price may, too
  return { meaning: withoutIdleAsking(all), verb, fitting: fitting || all.length === 0 };
}

/** 怎么还没发货 asks no other thing than 为什么还没发货. */
function withoutIdleAsking(meaning: number[]): number[] {
  const groups = new Set(meaning.map((concept) => concepts[concept]!.group));
  const idle = settled.some((group) => groups.has(group))
    ? anyAsking
    : placed.some((group) => groups.has(group))
      ? asking
      : null;
  const kept = idle === null ? meaning : meaning.filter((concept) => !idle.has(concept));
  return kept.length > 0 ? kept : meaning;
}

function slotsThatTell(slots: Sense['slots'], fitting: boolean, meaning: readonly number[]): string[] {
  const counting = !meaning.some((concept) => uncounted.has(concept));
  return Object.entries(slots)
    .filter(
      ([slot]) => (fitting || (slot !== 'height' && slot !== 'weight')) && (counting || slot !== 'quantity'),
    )
    .filter(([slot, value]) => !value.split(',').every((one) => isConcept(`${slot}.${one}`)))
    .map(([slot, value]) => `${slot}=${value}`);
}

const numbersOf = (...names: string[]): ReadonlySet<number> => new Set(names.map(conceptNumber));
const mute: ReadonlySet<string> = new Set(['neg', 'praise', 'greeting', 'vote', 'goods']);
const measured: ReadonlySet<string> = new Set([
  'spec',
  'aftersale',
  'shipping',
  'usage',
  'price',
  'coupon',
  'comparison',
]);
const measures = numbersOf('size.dims', 'size.long', 'degree.big', 'degree.long', 'degree.many');
/** People leave them out or put them in. */
const silent = numbersOf(
  'weak.can',
  'weak.have',
  'weak.still',
  'weak.now',
  'weak.very',
  'weak.need',
  'weak.want',
  'weak.give',
  'weak.good',
  'weak.sell',
  'weak.support',
  'weak.other',
  'weak.add',
  'weak.easily',
  'time.今天',
);
const verbs = numbersOf('weak.use', 'weak.eat', 'weak.drink', 'weak.wear');
/** Say nothing beside a meaning of their own: 适合孕妇吗 is 孕妇能用吗. */
const lightOnes = numbersOf('suitability.fits', 'comparison.versus', 'shipping.ship', 'price.this');
const asking = numbersOf('ask.how', 'ask.where');
const anyAsking = numbersOf('ask.how', 'ask.where', 'ask.why');
/** 两款哪个好, 两单一起发: the two at hand */
const uncounted = numbersOf('order.combine', 'comparison.which', 'comparison.difference');
const settled = table.merging.settled.split(' ');
const placed = table.merging.placed.split(' ');
const onlyLight = new RegExp(`^[${table.merging.lightLetters}]{1,3}$`);
