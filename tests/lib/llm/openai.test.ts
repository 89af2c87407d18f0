// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { classify } from '../../../lib/llm/classify.ts';
import type { World } from '../../../lib/llm/client.ts';
import { connect } from '../../../lib/llm/openai.ts';
import type { Piece } from '../../../lib/llm/talk.ts';
import { asAnswer, type Manner, type ModelServer, startModelServer } from '../../e2e/model-server.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

const key = 'sk-never-shown';
const world: World = { now: () => 1_800_000_000_000, isOnline: () => true, mayReach: async () => true };
const provider = (address = server.address) => ({
  preset: 'custom' as const,
  address,
  key,
  model: 'small-model',
  perMinute: 9,
  perSession: 9,
  savedAt: 0,
});
const messages = [
  { role: 'system' as const, content: 'x' },
  { role: 'user' as const, content: '{"sources":[{"id":"s1","text":"好"}]}' },
];

async function hear(
  change: Partial<World> = {},
  signal = new AbortController().signal,
  address?: string,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of connect(provider(address), { ...world, ...change }).talk(messages, signal))
    pieces.push(piece);
  return pieces;
}
const textOf = (pieces: Piece[]) => pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
const failureOf = (pieces: Piece[]) => {
  const last = pieces.at(-1);
  return last && 'failure' in last ? last.failure : null;
};

describe('a connection', () => {
  test('streams an answer', async () => {
    const pieces = await hear();

    expect(textOf(pieces)).toBe(asAnswer('好'));
    expect(pieces.length).toBeGreaterThan(2);
    expect(failureOf(pieces)).toBeNull();
  });

  test('says nothing of this machine', async () => {
    await hear();

    expect(
      Object.keys(server.calls[0]?.headers ?? {}).filter((name) => /stainless|openai/.test(name)),
    ).toEqual([]);
  });

  test.each<[Manner, string]>([
    [{ kind: 'refuses', status: 401, message: `bad ${key}` }, 'key'],
    [{ kind: 'refuses', status: 402, message: 'Insufficient Balance' }, 'credit'],
    [{ kind: 'refuses', status: 404, message: 'no such model' }, 'not-found'],
    [{ kind: 'refuses', status: 400, message: 'The model `x` does not exist' }, 'not-found'],
    [{ kind: 'refuses', status: 400, message: 'bad field' }, 'rejected'],
    [{ kind: 'refuses', status: 429, message: 'slow down', retryAfter: '7' }, 'busy'],
    [{ kind: 'refuses', status: 429, message: 'exceeded your current quota' }, 'credit'],
    [{ kind: 'refuses', status: 503, message: 'oops' }, 'server'],
    [{ kind: 'html' }, 'malformed'],
    [{ kind: 'malformed' }, 'malformed'],
    [{ kind: 'over-long' }, 'too-long'],
    [{ kind: 'endless-line' }, 'too-long'],
    [{ kind: 'cut-off' }, 'cut-off'],
  ])('names what went wrong: %j is %s', async (manner, kind) => {
    server.behave(manner);

    const failure = failureOf(await hear());

    expect(failure?.kind).toBe(kind);
    expect(JSON.stringify(failure)).not.toContain(key);
    expect(server.calls).toHaveLength(1);
  });

  test('waits as long as a provider asks', async () => {
    server.behave({ kind: 'refuses', status: 429, message: 'slow down', retryAfter: '7' });

    expect(failureOf(await hear())?.retryAt).toBe(world.now() + 7000);
  });

  test('asks nobody whom the person has not allowed', async () => {
    expect(failureOf(await hear({ mayReach: async () => false }))).toEqual({ kind: 'no-permission' });
    expect(server.calls).toHaveLength(0);
  });

  test('tells a provider that is not there from no network', async () => {
    const nowhere = 'http://127.0.0.1:9/v1';

    expect(failureOf(await hear({}, undefined, nowhere))?.kind).toBe('unreachable');
    expect(failureOf(await hear({ isOnline: () => false }, undefined, nowhere))?.kind).toBe('offline');
  });

  test('ends without a word when it is aborted', async () => {
    server.behave({ kind: 'stalls' });
    const abort = new AbortController();
    const heard = hear({}, abort.signal);
    setTimeout(() => abort.abort(), 100);

    expect(failureOf(await heard)).toBeNull();
  });

  test('lists the models', async () => {
    const listed = await connect(provider(), world).models(new AbortController().signal);

    expect(listed).toEqual({ ok: true, ids: ['small-model', 'large-model'] });
  });
});

test('a date says as well as seconds when to come back, within bounds', () => {
  const now = 1_800_000_000_000;
  const retryAt = (retryAfter: string | null) =>
    (classify(
      { status: 429, message: '', headers: { get: () => retryAfter } },
      { now, isLocal: false, isOnline: true, key: '' },
    ).retryAt ?? 0) - now;

  expect(['3', '0', '86400', new Date(now + 5000).toUTCString(), 'soon', null].map(retryAt)).toEqual([
    3000, 1000, 600_000, 5000, 15_000, 15_000,
  ]);
});
