import { createBoard, placeQuestion } from '../../lib/reply/board.ts';
import { readComment } from '../../lib/reply/read.ts';
import { createCrowd } from '../../rehearsal/crowd.ts';
import { usual } from '../../rehearsal/options.ts';
import { createPlayer } from '../../rehearsal/player.ts';
import { lines } from '../../rehearsal/viewers.ts';

/** A controller takes the next card in hand this often (ms): reading, choosing, sending. */
const handMs = 4000;
const total = 5000;

interface Count {
  comments: number;
  questions: number;
  /** cards on which somebody could ask a model once */
  cards: number;
  /** cards that one controller takes in hand in that time */
  inHand: number;
}

function play(rate: number): Count {
  const player = createPlayer({
    platform: 'douyin',
    seed: 11,
    rate,
    total,
    durationMs: Number.POSITIVE_INFINITY,
    awkward: usual,
    crowd: createCrowd('douyin', 11, 4000),
    lines,
  });
  const epoch = 1_800_000_000_000;
  const board = createBoard();
  const cards = new Set<string>();
  const count = { comments: 0, questions: 0 };
  let elapsed = 0;
  while (!player.isDone()) {
    elapsed += 1000;
    for (const comment of player.due(elapsed, epoch)) {
      if (comment.from !== 'viewer') continue;
      count.comments++;
      if (!readComment(comment.text).isQuestion) continue;
      count.questions++;
      cards.add(placeQuestion(board, { id: comment.id, text: comment.text, at: comment.at }));
    }
  }
  return { ...count, cards: cards.size, inHand: Math.min(cards.size, Math.floor(elapsed / handMs)) };
}

/** Calls of a model per 1,000 comments of a rehearsed room, a rewrite not counted. */
export function benchCalls(): string[][] {
  return [
    ['model calls per 1,000 comments', 'one a comment', 'one a question', 'one a card', 'one a card in hand'],
    ...[2, 10, 50].map((rate) => {
      const { comments, questions, cards, inHand } = play(rate);
      const per = (calls: number) => Math.round((1000 * calls) / comments).toLocaleString('en');
      return [`at ${rate}/s`, per(comments), per(questions), per(cards), per(inHand)];
    }),
  ];
}
