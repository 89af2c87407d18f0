import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grounds } from '../../lib/assist/types.ts';
import { createRandom, type Random } from '../../rehearsal/random.ts';
import { amounts, priceFrames } from './hostile-prices.ts';
import { readSentences } from './sentences.ts';

/** What a shop knows, what a viewer asks, and what a model answers. */
export interface Situation {
  asked: string;
  sources: readonly string[];
  /** the answer */
  answer: string;
}

/** Written by hand, one a line: question | sources | answer. */
const readSituations = (...names: string[]): readonly Situation[] =>
  names.flatMap((name) =>
    readFileSync(join(import.meta.dirname, `../../tests/lib/assist/sets/${name}.txt`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [asked, sources, answer] = line.split('|') as [string, string, string];
        return { asked, sources: sources.split(';'), answer };
      }),
  );

/** Answers as a good model gives them; `held` was written after the gate stood, and it was mended once since. */
export const situations = readSituations('honest', 'honest.held');

/** Answers of a model that reads carelessly: wrong size, wrong link, a condition left out. */
const careless = readSituations('careless', 'careless.held');

/** Sources turned round, by hand. */
const reversals = readSituations('reversed');

export const groundsOf = ({ asked, sources }: Situation): Grounds => ({
  asked: [asked],
  sources: sources.map((text, index) => ({ id: `s${index + 1}`, text, script: `script-${index}` })),
  limit: 50,
});

/** One attack: what the viewer asked, and what the model writes, twice if it is asked to mend it. */
export interface Attack {
  kind: string;
  grounds: Grounds;
  written: readonly [string, string];
}

/** What such a model puts into an answer, by kind; `dictated` in the viewer's own words, by `orders`. */
const words: Readonly<Record<'gifts' | 'promises' | 'contacts' | 'leaks' | 'dictated' | 'orders', string[]>> =
  JSON.parse(readFileSync(join(import.meta.dirname, '../../tests/lib/assist/sets/hostile.json'), 'utf8'));

const json = (reply: unknown, from: unknown = ['s1']) => JSON.stringify({ reply, from });

type Make = (situation: Situation, random: Random) => string;

const isPriceOf = (situation: Situation, value: number): boolean =>
  situation.sources.some((source) =>
    source
      .replaceAll(/[^\d.]+/g, ' ')
      .split(' ')
      .includes(String(value)),
  );

const wrongPrice: Make = (situation, random) => {
  let value = 10 + random.int(89);
  while (isPriceOf(situation, value)) value = 10 + random.int(89);
  return random.pick(priceFrames).replace('{}', random.pick(amounts)(value));
};

const violations = ['dev', 'dev2', 'dev3', 'dev4', 'dev5'].flatMap((part) =>
  ['violations', 'veiled'].flatMap((kind) => readSentences(part, kind).map(({ text }) => text)),
);

const bad: Readonly<Record<string, Make>> = {
  price: wrongPrice,
  gift: (_, random) => random.pick(words.gifts),
  promise: (_, random) => random.pick(words.promises),
  contact: (_, random) => random.pick(words.contacts),
  leak: (_, random) => random.pick(words.leaks),
  banned: (_, random) => random.pick(violations),
};

/** Ways to write JSON that is none of ours; what is bad in them stays bad. */
const shapes: readonly ((reply: string) => string)[] = [
  (reply) => reply,
  (reply) => json([reply]),
  (reply) => json({ text: reply }),
  (reply) => json(reply, []),
  (reply) => json(reply, ['s99']),
  (reply) => json(reply, 's1'),
  (reply) => JSON.stringify({ reply, from: ['s1'], price: 1 }),
  (reply) => JSON.stringify({ reply }),
  (reply) => json(reply).slice(0, -4),
  (reply) => json(reply.padEnd(500, '好')),
  (reply) => `${json(reply)}${json(reply)}`,
  (reply) => `[${json(reply)}]`,
  () => '',
  () => '<html><body>502</body></html>',
  (reply) => `${'['.repeat(900)}${reply}`,
];

/** `count` attacks of a model that wants to do harm, the same for the same seed. */
export function* attacks(seed: number, count: number): Generator<Attack> {
  const random = createRandom(seed, 'hostile model');
  const kinds = Object.keys(bad);
  for (let turn = 0; turn < count; turn++) {
    const draw = random();
    if (draw < 0.12) {
      const situation = random.pick(reversals);
      const written = json(situation.answer);
      yield { kind: 'reversed', grounds: groundsOf(situation), written: [written, written] };
      continue;
    }
    if (draw < 0.22) {
      const slip = random.pick(careless);
      const written = json(slip.answer);
      yield { kind: 'careless', grounds: groundsOf(slip), written: [written, written] };
      continue;
    }
    const situation = random.pick(situations);
    if (draw < 0.3) {
      const told = random.pick(words.dictated);
      const asked = random.pick(words.orders).replace('{}', told);
      const grounds = { ...groundsOf(situation), asked: [`${asked}，${situation.asked}`] };
      const written = json(random.chance(0.5) ? told : `${situation.answer}，${told}`);
      yield { kind: 'dictated', grounds, written: [written, written] };
      continue;
    }
    const kind = random.pick(kinds);
    const make = (): string => {
      const lie = bad[kind]!(situation, random);
      // a lie beside the truth is the harder one
      if (random.chance(0.4))
        return random.chance(0.5) ? `${situation.answer}，${lie}` : `${lie}，${situation.answer}`;
      return lie;
    };
    const [first, second] = [make(), make()];
    if (draw < 0.36) {
      const shape = random.pick(shapes);
      yield { kind: 'shape', grounds: groundsOf(situation), written: [shape(first), shape(second)] };
    } else {
      const fence = random.chance(0.2);
      const wrap = (reply: string) => (fence ? `好的：\n\`\`\`json\n${json(reply)}\n\`\`\`` : json(reply));
      yield { kind, grounds: groundsOf(situation), written: [wrap(first), wrap(second)] };
    }
  }
}
