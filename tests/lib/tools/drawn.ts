import type { DrawEvent, LiveEvent } from '../../../lib/model.ts';
import { commitmentOf, digestOf, drawLots } from '../../../lib/tools/draw.ts';
import { comment } from '../../fixtures/events.ts';

const secret = '5e'.repeat(32);
const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000 };

/** A draw of two from three people, who enter in this order, some twice; `change` is made to what was drawn. */
export async function drawOfTwo(
  people: readonly string[],
  change: (drawn: DrawEvent) => Partial<DrawEvent> = () => ({}),
): Promise<LiveEvent[]> {
  const candidates = people.flatMap((one, i) => (people.indexOf(one) === i ? [i + 1] : []));
  const digest = await digestOf(candidates);
  const places = await drawLots({ secret, digest }, candidates.length, 2);
  const draw: DrawEvent = {
    kind: 'draw',
    ...stamp,
    tool: 't',
    candidates: candidates.length,
    digest,
    secret,
    places,
    winners: places.map((place) => candidates[place]!),
  };
  return [
    {
      kind: 'tool',
      ...stamp,
      id: 't',
      rules: '',
      setup: {
        what: 'draw',
        title: '抽两位',
        words: ['来了'],
        winners: 2,
        prize: '',
        worth: null,
        blocked: [],
        onceOnly: true,
        commitment: await commitmentOf(secret),
      },
    },
    ...people.map((userId, i) => comment('来了', { userId, id: `${userId}${i}`, nick: userId })),
    { kind: 'tool-close', ...stamp, tool: 't' },
    { ...draw, ...change(draw) },
  ];
}
