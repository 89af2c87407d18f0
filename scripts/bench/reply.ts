import { createBoard, placeQuestion } from '../../lib/reply/board.ts';
import { createLibrary } from '../../lib/reply/library.ts';
import { readComment } from '../../lib/reply/read.ts';
import { shelve } from '../../lib/reply/shelve.ts';
import { starterScripts } from '../../lib/reply/starter.ts';
import type { Script } from '../../lib/reply/types.ts';
import { table } from '../drive/table.ts';
import {
  type Part,
  readTexts,
  scoreComments,
  scorePairs,
  scoreRetrieval,
  scoreSettled,
} from './reply-quality.ts';
import { benchRivals } from './reply-rivals.ts';

const apart: readonly Part[] = ['held', 'last', 'sealed', 'unseen', 'blind'];

/** How well and how fast comments are read, merged and answered; quality on the sets that nobody looks at. */
export function benchReply(): string[][] {
  const texts = readTexts();
  console.log(table(benchRivals(apart)));
  console.log(`\n${table(quality(apart))}`);
  return [['reply', 'figure', 'goal'], ...speedOf(texts)];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** One column for each set; `-` where a set has no such part. */
function quality(parts: readonly Part[]): string[][] {
  const columns = parts.map((part) => figuresOf(part));
  const row = (label: string, goal: string, figure: string, show = percent) => [
    label,
    ...columns.map((figures) => (figures[figure] === undefined ? '-' : show(figures[figure]))),
    goal,
  ];
  return [
    ['reply', ...parts, 'goal'],
    row('right reply first', '90 %', 'replyFirst'),
    row('right reply in three', '97 %', 'replyInThree'),
    row('nobody knows, said so', '85 %', 'nobodyKnowsRight'),
    row('somebody knows, denied', '≤ 5 %', 'nobodyKnowsWrong'),
    row('intent right, by the words alone', '88 %', 'intent'),
    row('… settled by the reply found', '88 %', 'settled'),
    row('questions: recall', '97 %', 'questionRecall'),
    row('questions: precision', '95 %', 'questionPrecision'),
    row('same question: precision', '98 %', 'pairPrecision'),
    row('same question: recall', '85 %', 'pairRecall'),
    row('opposites merged', '0', 'oppositesMerged', String),
    row('other slots merged', '0', 'slotsMerged', String),
  ];
}

const figuresOf = (part: Part): Record<string, number> => ({
  ...scoreRetrieval(part).figures,
  // the set is for retrieval only
  ...(part !== 'last' && {
    ...scoreComments(part).figures,
    ...scorePairs(part).figures,
    settled: scoreSettled(part),
  }),
});

function speedOf(texts: readonly string[]): string[][] {
  const reading = perCall(100_000, (turn) => readComment(texts[turn % texts.length]!));

  const board = createBoard();
  const start = 1_800_000_000_000;
  // thirty minutes at 200 a second stand behind the measured calls
  for (let turn = 0; turn < 360_000; turn++) {
    placeQuestion(board, { id: `${turn}`, text: texts[turn % texts.length]!, at: start + turn * 5 });
  }
  const placing = perCall(100_000, (turn) =>
    placeQuestion(board, {
      id: `n${turn}`,
      text: texts[(turn * 7) % texts.length]!,
      at: start + 1_800_000 + turn * 5,
    }),
  );

  const scripts = manyScripts(20_000);
  const before = processorTime();
  const library = createLibrary(scripts);
  const building = processorTime() - before;
  const slices = slicesOf(scripts);
  const readings = texts.map((text) => readComment(text));
  for (let turn = 0; turn < 2000; turn++) library.search(texts[turn % texts.length]!);
  const times = Array.from({ length: 5000 }, (_, turn) => {
    const which = turn % texts.length;
    const from = processorTime();
    library.search(texts[which]!, readings[which]);
    return processorTime() - from;
  }).sort((a, b) => a - b);
  return [
    ['read a comment', `${reading.toFixed(1)} µs`, 'a few µs'],
    ['put a question on the board', `${placing.toFixed(1)} µs`, '≤ 20 µs'],
    ['search 20,000 replies: p50', `${times[2500]!.toFixed(2)} ms`, ''],
    ['search 20,000 replies: p99', `${times[4950]!.toFixed(2)} ms`, '≤ 1 ms'],
    ['index 20,000 replies at once', `${building.toFixed(0)} ms`, ''],
    ['… in slices: p95', `${slices[Math.floor(0.95 * slices.length)]!.toFixed(1)} ms`, ''],
    ['… longest', `${slices.at(-1)!.toFixed(1)} ms`, ''],
  ];
}

/** Milliseconds that a processor worked for us: other work on the machine does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How long each slice holds the thread, shortest first. */
function slicesOf(scripts: readonly Script[]): number[] {
  const steps = shelve(scripts, []);
  const times: number[] = [];
  for (let done: boolean | undefined = false; !done; ) {
    const before = processorTime();
    done = steps.next().done;
    times.push(processorTime() - before);
  }
  return times.sort((a, b) => a - b);
}

/** Microseconds for one call, warmed up. */
function perCall(times: number, call: (turn: number) => unknown): number {
  for (let turn = 0; turn < times / 10; turn++) call(turn);
  const before = processorTime();
  for (let turn = 0; turn < times; turn++) call(turn);
  return ((processorTime() - before) / times) * 1000;
}

/** The starter replies once for each of many products. */
export function manyScripts(count: number): Script[] {
  return Array.from({ length: count }, (_, number) => {
    const script = starterScripts[number % starterScripts.length]!;
    const round = Math.floor(number / starterScripts.length);
    const product = `${String.fromCharCode(0x4e00 + 37 * round)}${String.fromCharCode(0x6000 + 53 * round)}`;
    return {
      ...script,
      id: `${script.id}-${round}`,
      product,
      examples: script.examples.map((example, turn) => (turn % 2 === 0 ? product + example : example)),
    };
  });
}
