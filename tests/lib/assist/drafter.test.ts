import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { spend } from '../../../lib/assist/budget.ts';
import { createDrafter, type Drafted, settleMs } from '../../../lib/assist/drafter.ts';
import type { Grounds } from '../../../lib/assist/types.ts';
import { clear, compileRules } from '../../../lib/compliance/index.ts';
import type { Failure } from '../../../lib/llm/failure.ts';
import type { Message, Piece, Talk } from '../../../lib/llm/talk.ts';

const checker = compileRules();
const sources = [{ id: 's1', text: '在订单里点申请售后', script: 'after-how' }];
const card = (id: string, text = sources[0]!.text) => ({
  card: id,
  grounds: { asked: ['怎么退货'], sources: [{ ...sources[0]!, text }], limit: 50 } satisfies Grounds,
});
const reply = (text: string): string => JSON.stringify({ reply: text, from: ['s1'] });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A drafter before a model whose answers are given by hand, call by call. */
function before(
  answers: (string | Failure | 'hangs')[],
  { perMinute = 100, perSession = 100, calls = 0 } = {},
) {
  const asked: (readonly Message[])[] = [];
  const signals: AbortSignal[] = [];
  const talk: Talk = async function* (messages, signal): AsyncGenerator<Piece> {
    const answer = answers[asked.length] ?? 'hangs';
    asked.push(messages);
    signals.push(signal);
    if (answer === 'hangs') await new Promise((done) => signal.addEventListener('abort', done));
    else if (typeof answer === 'string') for (const text of answer.match(/.{1,5}/gs) ?? []) yield { text };
    else yield { failure: answer };
  };
  const drafted: Drafted[] = [];
  const drafter = createDrafter({
    talk,
    check: (text) => clear(text, checker, { channel: 'public_reply' }),
    budget: { perMinute, perSession },
    calls,
    now: Date.now,
    onDrafted: (one) => drafted.push(one),
  });
  return { drafter, asked, signals, drafted };
}
const settle = () => vi.advanceTimersByTimeAsync(settleMs);

describe('the drafter', () => {
  test('drafts for the card in hand, once it stays there', async () => {
    const { drafter, asked, drafted } = before([reply('在订单里点申请售后哦')]);

    drafter.want(card('a'));
    expect(asked).toHaveLength(0);
    await settle();

    expect(drafter.view()).toEqual({ kind: 'ready', text: '在订单里点申请售后哦', scripts: ['after-how'] });
    expect(drafted).toMatchObject([{ card: 'a', calls: 1, outcome: { kind: 'ready' } }]);
  });

  test('walking past cards asks nobody', async () => {
    const { drafter, asked } = before([]);

    for (const id of ['a', 'b', 'c']) drafter.want(card(id));
    drafter.want(null);
    await settle();

    expect(asked).toHaveLength(0);
  });

  test('a card that comes back keeps its draft: one call a card', async () => {
    const { drafter, asked } = before([reply('在订单里点申请售后哦')]);
    drafter.want(card('a'));
    await settle();

    drafter.want(null);
    drafter.want(card('a'));
    await settle();

    expect(drafter.view()?.kind).toBe('ready');
    expect(asked).toHaveLength(1);
  });

  test('leaving the card ends the call, and what comes late is shown to nobody', async () => {
    const { drafter, signals, drafted } = before(['hangs', reply('在订单里点申请售后哦')]);
    drafter.want(card('a'));
    await settle();

    drafter.want(card('b'));
    await settle();

    expect(signals[0]?.aborted).toBe(true);
    expect(drafter.view()).toMatchObject({ kind: 'ready' });
    expect(drafted).toMatchObject([
      { card: 'a', outcome: null },
      { card: 'b', outcome: { kind: 'ready' } },
    ]);
  });

  test('a draft whose price has changed since is stale', async () => {
    const { drafter, asked } = before([reply('到手价59元哦')]);
    drafter.want(card('a', '到手价59元'));
    await settle();
    expect(drafter.view()?.kind).toBe('ready');

    drafter.want(card('a', '到手价69元'));

    expect(drafter.view()).toMatchObject({ kind: 'dropped', why: 'stale' });
    expect(asked).toHaveLength(1);
  });

  test('a price that changes while the model writes makes its answer stale', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const drafter = createDrafter({
      talk: async function* () {
        await held;
        yield { text: reply('到手价59元哦') };
      },
      check: (text) => clear(text, checker, { channel: 'public_reply' }),
      budget: { perMinute: 9, perSession: 9 },
      calls: 0,
      now: Date.now,
      onDrafted: () => {},
    });
    drafter.want(card('a', '到手价59元'));
    await settle();

    drafter.want(card('a', '到手价69元'));
    release();
    await settle();

    expect(drafter.view()).toMatchObject({ kind: 'dropped', why: 'stale' });
  });

  test('banned words are rewritten once with what was found, and dropped the second time', async () => {
    const { drafter, asked, drafted } = before([reply('全网最低价'), reply('全网最低价，国家级')]);

    drafter.want(card('a'));
    await settle();

    expect(drafter.view()).toMatchObject({ kind: 'dropped', why: 'banned' });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.at(-1)?.content).toContain('全网最低');
    expect(drafted).toMatchObject([{ calls: 2 }]);
  });

  test('a wrong claim is dropped at once: it is not for the model to mend', async () => {
    const { drafter, asked } = before([reply('在订单里点申请售后，免费送小样')]);

    drafter.want(card('a'));
    await settle();

    expect(drafter.view()).toMatchObject({ kind: 'dropped', why: 'claims' });
    expect(asked).toHaveLength(1);
  });

  test('after a refusal nobody is asked until the provider allows it', async () => {
    const { drafter, asked } = before([
      { kind: 'busy', retryAt: Date.now() + 30_000 },
      reply('在订单里点申请售后哦'),
    ]);
    drafter.want(card('a'));
    await settle();

    drafter.want(card('b'));
    await settle();
    expect(drafter.view()).toMatchObject({ kind: 'failed', failure: { kind: 'busy' } });
    expect(asked).toHaveLength(1);

    await vi.advanceTimersByTimeAsync(30_000);
    drafter.want(card('c'));
    await settle();
    expect(drafter.view()?.kind).toBe('ready');
  });

  test('what the session has spent before counts', async () => {
    const { drafter, asked } = before([], { perSession: 3, calls: 3 });

    drafter.want(card('a'));
    await settle();

    expect(drafter.view()).toEqual({ kind: 'spent', until: null });
    expect(asked).toHaveLength(0);
  });

  test('a card about which nothing is known is not asked about', async () => {
    const { drafter, asked } = before([]);

    drafter.want({ card: 'a', grounds: { asked: ['什么'], sources: [], limit: 50 } });
    await settle();

    expect(asked).toHaveLength(0);
    expect(drafter.view()).toBeNull();
  });
});

test('a budget allows so many calls a minute, and says when the next is free', () => {
  const budget = { perMinute: 2, perSession: 3 };
  let spent = { calls: 0, times: [] as readonly number[] };
  const pay = (now: number) => {
    const paid = spend(spent, budget, now);
    if (paid.ok) spent = paid.spent;
    return paid.ok || paid.until;
  };

  expect([0, 1000, 2000, 60_000, 130_000].map(pay)).toEqual([true, true, 60_000, true, null]);
});
