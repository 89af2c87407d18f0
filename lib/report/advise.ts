import type { Library } from '../reply/library.ts';
import type { Intent, Script } from '../reply/types.ts';
import { isOfCalmingSet } from '../room/calming.ts';
import type { Digest, Found } from './digest.ts';
import type { SoldProduct } from './product-figures.ts';
import type { Block, Report } from './report.ts';
import { enough, type Part } from './statistics.ts';

/** What one could do better next time, with what it is drawn from. `seqs` are places in the replay. */
export type Suggestion = { seqs: number[]; weight: number } & (
  | {
      kind: 'write-script';
      question: string;
      intent: Intent;
      product: string | null;
      asks: number;
      people: number;
      answers: number;
      /** what was said in answer, if anything was seen */
      reply: string | null;
      /** a person noted that no script answers it */
      isNoted: boolean;
    }
  | { kind: 'answer-it'; question: string; asks: number; people: number; script: string; text: string }
  | {
      kind: 'slow';
      from: number;
      to: number;
      answers: number;
      median: number;
      usual: number;
      comments: number;
    }
  | { kind: 'adopt-edit'; script: string; text: string; wording: string; edited: Part }
  | { kind: 'reword'; found: Found; sentence: string; rewritten: string | null }
  | { kind: 'add-facts'; product: string; title: string; row: string | null; asked: number }
  | { kind: 'calm'; from: number; to: number; negative: Part; usual: Part }
  | { kind: 'unused'; script: string; text: string; shown: number }
);
export type SuggestionKind = Suggestion['kind'];

/** What was drawn from the figures; where it is less than three, what the figures lack for more. */
export interface Advice {
  suggestions: Suggestion[];
  /** kinds of which nothing could be drawn: the most there was, and how much it takes */
  lacking: { kind: SuggestionKind; have: number; need: number }[];
}

/** What it takes before something is said. Below, it may be chance. */
const need = {
  'write-script': 3,
  'answer-it': 3,
  slow: 3,
  'adopt-edit': 3,
  reword: 2,
  'add-facts': 3,
  calm: 20,
  unused: enough.share,
} as const satisfies Record<SuggestionKind, number>;
/** Questions that are held against the library. */
const lookedAt = 40;
const ofEachKind = 3;
const most = 8;
/** A first word should come within half a minute; slow is beyond that and twice the usual. */
const slowBeyond = 30_000;
/** More unfriendly comments than this call for calm. */
const tooNegative = 0.15;
const blockLength = 5 * 60_000;

type Figures = Omit<Report, 'advice'>;
type Drawn = { found: Suggestion[]; have: number };

/** Draws suggestions from the figures, the weightiest first; none is made up to fill a list. */
export function advise(
  report: Figures,
  digest: Digest,
  library: Library,
  products: readonly SoldProduct[],
): Advice {
  const { write, answer } = fromQuestions(report, digest, library, products);
  const drawn: Record<SuggestionKind, Drawn> = {
    'write-script': write,
    'answer-it': answer,
    slow: fromSlowBlocks(report),
    'adopt-edit': fromEdits(report),
    reword: fromFindings(report),
    'add-facts': fromProducts(report),
    calm: fromSentiment(report),
    unused: fromUnused(report),
  };
  const suggestions = Object.values(drawn)
    .flatMap(({ found }) => found.sort((a, b) => b.weight - a.weight).slice(0, ofEachKind))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
  const lacking = Object.entries(drawn)
    .filter(([, { found }]) => found.length === 0)
    .map(([kind, { have }]) => ({ kind: kind as SuggestionKind, have, need: need[kind as SuggestionKind] }));
  return { suggestions, lacking };
}

/** Asked often: without a script, or with one that nobody used. */
function fromQuestions(
  { questions }: Figures,
  digest: Digest,
  library: Library,
  products: readonly SoldProduct[],
): { write: Drawn; answer: Drawn } {
  const write: Drawn = { found: [], have: questions[0]?.asks ?? 0 };
  const answer: Drawn = { found: [], have: questions.find((one) => one.answers === 0)?.asks ?? 0 };
  const noted = notedIn(digest);
  // what a person noted counts at once
  const often = questions.slice(0, lookedAt).filter(({ asks }) => asks >= need['write-script']);
  for (const one of [...often, ...questions.filter((one) => noted.has(one.id) && !often.includes(one))]) {
    const { id, text: question, asks, people, answers, intent, seq, product } = one;
    const weight = asks + people;
    const [known] = library.search(question, undefined, 1);
    const isNoted = noted.has(id);
    if (!known || isNoted) {
      const row = products.some((sold) => sold.id === product) ? product : null;
      const reply = replyTo(id, digest);
      write.found.push({
        kind: 'write-script',
        seqs: [seq],
        weight: 2 * weight,
        question,
        intent,
        product: row,
        asks,
        people,
        answers,
        reply,
        isNoted,
      });
    } else if (answers === 0) {
      const { id: script, text }: Script = known.script;
      answer.found.push({ kind: 'answer-it', seqs: [seq], weight, question, asks, people, script, text });
    }
  }
  return { write, answer };
}

function notedIn({ lacks }: Digest): Set<string> {
  const noted = new Set<string>();
  for (const { question, isUndone } of lacks) {
    if (isUndone) noted.delete(question);
    else noted.add(question);
  }
  return noted;
}

/** What was put into the box for a question, as a person wrote it. */
function replyTo(question: string, { fills, turns }: Digest): string | null {
  const fill = fills.findLast((one) => one.question === question && !one.override);
  if (!fill) return null;
  const sent = turns.find((turn) => turn.what === 'sent' && turn.fill === fill.seq);
  return sent?.what === 'sent' ? sent.text : (fill.text ?? null);
}

function fromSlowBlocks({ blocks, answers }: Figures): Drawn {
  const most = Math.max(0, ...blocks.map(({ waits }) => waits.length));
  const usual = answers.waits.median;
  if (usual === null) return { found: [], have: most };
  const slow = blocks.flatMap((block: Block): Suggestion[] => {
    if (block.waits.length < need.slow) return [];
    const sorted = [...block.waits].sort((a, b) => a - b);
    const median = sorted[Math.floor((sorted.length - 1) / 2)]!;
    if (median <= Math.max(slowBeyond, 2 * usual)) return [];
    const { at: from, seq, comments } = block;
    const to = from + blockLength;
    const count = sorted.length;
    return [
      {
        kind: 'slow',
        seqs: [seq],
        weight: count + median / usual,
        from,
        to,
        answers: count,
        median,
        usual,
        comments,
      },
    ];
  });
  return { found: slow, have: most };
}

function fromEdits({ scripts }: Figures): Drawn {
  const changed = scripts.map((one) => ({
    ...one,
    changed: Math.min(one.filled, one.edited + one.sentChanged),
  }));
  return {
    have: Math.max(0, ...changed.map((one) => one.changed)),
    found: changed.flatMap(({ id, text, filled, changed: times, wordings }): Suggestion[] => {
      const [wording] = wordings;
      // nearly always: one who took it as it stands is enough to leave it so
      if (text === null || !wording || times < need['adopt-edit'] || times / filled < 0.8) return [];
      const edited = { part: times, of: filled };
      return [
        { kind: 'adopt-edit', seqs: [], weight: 3 * times, script: id, text, wording: wording.text, edited },
      ];
    }),
  };
}

function fromFindings({ found }: Figures): Drawn {
  // what needs proof may be proven: only what is blocked wants other words
  const own = (found?.own ?? []).filter(({ severity }) => severity === 'S3' || severity === 'S2');
  return {
    have: Math.max(0, ...own.map(({ count }) => count)),
    found: own.flatMap((one): Suggestion[] => {
      const [place] = one.at;
      if (one.count < need.reword || !place) return [];
      const [rewrite] = one.rewrites;
      const { text: sentence, start, end } = place;
      const rewritten =
        rewrite !== undefined && end <= sentence.length
          ? sentence.slice(0, start) + rewrite + sentence.slice(end)
          : null;
      const weight = one.count * (one.severity === 'S3' ? 6 : 4);
      return [
        {
          kind: 'reword',
          seqs: one.at.map(({ seq }) => seq),
          weight,
          found: one,
          sentence,
          rewritten,
        },
      ];
    }),
  };
}

function fromProducts({ products }: Figures): Drawn {
  const bare = products.filter(({ row }) => row === null || row.facts === 0);
  return {
    have: Math.max(0, ...bare.map(({ asked }) => asked)),
    found: bare
      .filter(({ asked }) => asked >= need['add-facts'])
      .map(({ id, title, row, asked }) => ({
        kind: 'add-facts',
        seqs: [],
        weight: asked,
        product: id,
        title,
        row: row?.id ?? null,
        asked,
      })),
  };
}

function fromSentiment({ blocks, sentiment }: Figures): Drawn {
  const usual = { part: sentiment.negative, of: sentiment.of };
  return {
    have: Math.max(0, ...blocks.map(({ comments }) => comments)),
    found: blocks
      .filter(({ comments, negative }) => comments >= need.calm && negative / comments > tooNegative)
      .map(({ at: from, seq, comments, negative }) => ({
        kind: 'calm',
        seqs: [seq],
        weight: negative,
        from,
        to: from + blockLength,
        negative: { part: negative, of: comments },
        usual,
      })),
  };
}

function fromUnused({ scripts }: Figures): Drawn {
  const idle = scripts.filter(({ id, filled }) => id !== 'draft' && !isOfCalmingSet(id) && filled === 0);
  return {
    have: Math.max(0, ...idle.map(({ shown }) => shown)),
    found: idle.flatMap(({ id: script, text, shown }): Suggestion[] =>
      text === null || shown < need.unused
        ? []
        : [{ kind: 'unused', seqs: [], weight: shown / 2, script, text, shown }],
    ),
  };
}
