import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Candidate, createWeighing } from '../lib/reply/evidence.ts';
import { closenessParts, farAhead, surenessParts } from '../lib/reply/judge.ts';
import { shelve } from '../lib/reply/shelve.ts';
import { type Choice, chosen, dot, odds } from './bench/logistic.ts';
import { type Part, readLibrary, readQueries } from './bench/reply-quality.ts';

/*
 * Finds the weights by which replies are judged, on the comments that are open to tuning, and writes them to
 * lib/reply/data/judgement.json. Says first how weights fare on trades that they were not found on.
 */

/** One comment with the scripts that may answer it; `right` is the place of the one that does, -1 for none. */
interface Case {
  trade: string;
  part: Part;
  isKnown: boolean;
  right: number;
  candidates: readonly Candidate[];
  parts: readonly number[][];
}

const open: readonly Part[] = ['dev', 'fresh', 'open', 'known', 'wide', 'cool'];
const folds = 6;
/** Nobody's questions are rarer; how far weights are drawn to nothing. */
const nobodyWorth = 1.5;
const drawn = { closeness: 1, sureness: 2 } as const;
const bars = [-0.5, 0, 0.5, 1];

const names = { closeness: Object.keys(closenessParts), sureness: Object.keys(surenessParts) };
const partsOf = (parts: typeof closenessParts | typeof surenessParts, { evidence }: Candidate): number[] =>
  Object.values(parts).map((read) => Number(read(evidence)));

const cases = open.flatMap(readCases);
report(cases);
const { closeness, sureness } = fit(cases);
const named = (keys: readonly string[], weights: readonly number[]) =>
  Object.fromEntries(keys.map((key, place) => [key, Number(weights[place]!.toFixed(3))]));
writeFileSync(
  join(import.meta.dirname, '../lib/reply/data/judgement.json'),
  `${JSON.stringify(
    {
      closeness: named(names.closeness, closeness),
      sureness: named(names.sureness, sureness),
      ...named(['lead', 'bias'], sureness.slice(-2)),
    },
    null,
    2,
  )}\n`,
);

function readCases(part: Part): Case[] {
  const { scripts, products } = readLibrary(part);
  const rooms = new Map<string | undefined, ReturnType<typeof openRoom>>();
  return readQueries(part).flatMap(([id, text, shown], turn) => {
    const room = rooms.get(shown) ?? openRoom(shown);
    rooms.set(shown, room);
    const candidates = room.weigh(text);
    if (candidates.length === 0) return [];
    const product = shown ?? scripts.find((script) => script.id === id)?.product;
    return {
      trade: `${part} ${product ?? turn % folds}`,
      part,
      isKnown: id !== '-',
      right: candidates.findIndex(({ owner }) => room.scripts[owner]!.id === id),
      candidates,
      parts: candidates.map((candidate) => partsOf(closenessParts, candidate)),
    };
  });

  function openRoom(shown: string | undefined) {
    const isShown = (product: string | undefined) => !shown || !product || product === shown;
    const own = scripts.filter(({ product }) => isShown(product));
    const steps = shelve(
      own,
      products.filter(({ id }) => isShown(id)),
    );
    let step = steps.next();
    while (!step.done) step = steps.next();
    return { scripts: own, weigh: createWeighing(step.value, own, products) };
  }
}

function fit(some: readonly Case[]) {
  const closeness = chosen(
    some.flatMap(({ right, parts }): Choice[] => (right < 0 ? [] : [{ options: parts, right }])),
    drawn.closeness,
  );
  const rows = some.flatMap((one) => {
    const { row, inThree } = judged(one, closeness);
    // whether somebody knows cannot be seen where the one who does was not found
    if (one.isKnown && !inThree) return [];
    return { parts: row, holds: one.isKnown, worth: one.isKnown ? 1 : nobodyWorth };
  });
  return { closeness, sureness: odds(rows, drawn.sureness) };
}

/** The closest script, with what tells whether anybody knows. */
function judged({ candidates, parts, right }: Case, closeness: readonly number[]) {
  const scores = parts.map((own) => dot(own, closeness));
  const ranked = scores.map((_, place) => place).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const [first, second] = ranked as [number, number?];
  const scale = atMost(closeness);
  const lead = (scores[first]! - (second === undefined ? 0 : scores[second]!)) / scale;
  const row = [...partsOf(surenessParts, candidates[first]!), Math.min(1, lead / farAhead), 1];
  return { row, isFirst: first === right, inThree: ranked.slice(0, 3).includes(right) };
}

/** What `closeness` divides by: about what a script has that asks the very same. */
function atMost(closeness: readonly number[]): number {
  const whole: Record<string, number> = { leantReply: 0.5, foreign: 0, isMeant: 0, isOther: 0 };
  return names.closeness.reduce(
    (sum, name, place) => sum + closeness[place]! * (name.startsWith('general') ? 0 : (whole[name] ?? 1)),
    0,
  );
}

/** Leaves each sixth of the trades out in turn. */
function report(all: readonly Case[]) {
  const trades = [...new Set(all.map(({ trade }) => trade))].sort();
  const foldOf = new Map(trades.map((trade, turn) => [trade, turn % folds]));
  const results = Array.from({ length: folds }, (_, left) => {
    const { closeness, sureness } = fit(all.filter(({ trade }) => foldOf.get(trade) !== left));
    return all
      .filter(({ trade }) => foldOf.get(trade) === left)
      .map((one) => {
        const { row, ...found } = judged(one, closeness);
        return { part: one.part, isKnown: one.isKnown, ...found, sure: dot(row, sureness) };
      });
  }).flat();
  for (const part of open) {
    const known = results.filter((one) => one.part === part && one.isKnown);
    const nobody = results.filter((one) => one.part === part && !one.isKnown);
    const share = (some: readonly unknown[], of: readonly unknown[]) =>
      `${((100 * some.length) / of.length).toFixed(1)} %`;
    console.log(
      [
        part.padEnd(6),
        `first ${share(
          known.filter(({ isFirst }) => isFirst),
          known,
        )}`,
        `in three ${share(
          known.filter(({ inThree }) => inThree),
          known,
        )}`,
        ...bars.map(
          (bar) =>
            `bar ${bar}: denied ${share(
              known.filter(({ sure }) => sure < bar),
              known,
            )}, nobody ${share(
              nobody.filter(({ sure }) => sure < bar),
              nobody,
            )}`,
        ),
      ].join('  '),
    );
  }
}
