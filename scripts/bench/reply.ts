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

/** How well and how fast comments are read, merged and answered; quality on the half that was held out. */
export function benchReply(): string[][] {
  const texts = readTexts();
  console.log(table(benchRivals(['held', 'last', 'sealed', 'unseen'])));
  return [['reply', 'figure', 'goal'], ...qualityOf('held'), ...speedOf(texts)];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function qualityOf(part: Part): string[][] {
  const comments = scoreComments(part).figures;
  const pairs = scorePairs(part).figures;
  const replies = scoreRetrieval(part).figures;
  const elsewhere = scoreRetrieval('last').figures;
  const cold = scoreRetrieval('sealed').figures;
  const coldComments = scoreComments('sealed').figures;
  const coldPairs = scorePairs('sealed').figures;
  const unseen = scoreRetrieval('unseen').figures;
  const unseenPairs = scorePairs('unseen').figures;
  const unseenComments = scoreComments('unseen').figures;
  return [
    ['intent right', percent(comments.intent!), '88 %'],
    ['questions: recall', percent(comments.questionRecall!), '97 %'],
    ['questions: precision', percent(comments.questionPrecision!), '95 %'],
    ['same question: precision', percent(pairs.pairPrecision!), '98 %'],
    ['same question: recall', percent(pairs.pairRecall!), '85 %'],
    ['opposites merged', String(pairs.oppositesMerged), '0'],
    ['other slots merged', String(pairs.slotsMerged), '0'],
    ['right reply first, of 200', percent(replies.replyFirst!), '90 %'],
    ['right reply in three, of 200', percent(replies.replyInThree!), '97 %'],
    ['nobody knows, said so', percent(replies.nobodyKnowsRight!), '85 %'],
    ['somebody knows, denied', percent(replies.nobodyKnowsWrong!), '≤ 5 %'],
    ['in other trades, items never looked at: first', percent(elsewhere.replyFirst!), '90 %'],
    ['… in three', percent(elsewhere.replyInThree!), '97 %'],
    ['… nobody knows, said so', percent(elsewhere.nobodyKnowsRight!), '85 %'],
    ['… somebody knows, denied', percent(elsewhere.nobodyKnowsWrong!), '≤ 5 %'],
    ['ten products set apart, of 200 replies: first', percent(cold.replyFirst!), '90 %'],
    ['… in three', percent(cold.replyInThree!), '97 %'],
    ['… nobody knows, said so', percent(cold.nobodyKnowsRight!), '85 %'],
    ['… somebody knows, denied', percent(cold.nobodyKnowsWrong!), '≤ 5 %'],
    ['… intent right', percent(coldComments.intent!), '88 %'],
    ['… settled by the reply found', percent(scoreSettled('sealed')), '88 %'],
    ['… questions: recall', percent(coldComments.questionRecall!), '97 %'],
    ['… questions: precision', percent(coldComments.questionPrecision!), '95 %'],
    ['… same question: precision', percent(coldPairs.pairPrecision!), '98 %'],
    ['… same question: recall', percent(coldPairs.pairRecall!), '85 %'],
    ['… opposites and other slots merged', String(coldPairs.oppositesMerged! + coldPairs.slotsMerged!), '0'],
    ['instruments and farm supplies, of 80 replies: first', percent(unseen.replyFirst!), '90 %'],
    ['… in three', percent(unseen.replyInThree!), '97 %'],
    ['… nobody knows, said so', percent(unseen.nobodyKnowsRight!), '85 %'],
    ['… somebody knows, denied', percent(unseen.nobodyKnowsWrong!), '≤ 5 %'],
    ['… intent right', percent(unseenComments.intent!), '88 %'],
    ['… settled by the reply found', percent(scoreSettled('unseen')), '88 %'],
    ['… questions: recall', percent(unseenComments.questionRecall!), '97 %'],
    ['… same question: precision', percent(unseenPairs.pairPrecision!), '98 %'],
    ['… same question: recall', percent(unseenPairs.pairRecall!), '85 %'],
  ];
}

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
