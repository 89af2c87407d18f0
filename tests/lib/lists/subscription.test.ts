import { expect, test } from 'vitest';
import {
  afterLook,
  expiryOf,
  isDue,
  isStale,
  readListAddress,
  type Subscription,
} from '../../../lib/lists/subscription.ts';
import { fetchList, largestFetched, type Net } from '../../../lib/lists/subscription-fetch.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 22, 12);
const url = 'https://lists.example/beauty.txt';
const empty: Subscription = { id: 'l', url, expires: 0, checkedAt: 0, goodAt: 0, failures: 0 };
const good: Subscription = { ...empty, expires: 24 * hour, checkedAt: start, goodAt: start };

/** A network that answers from a table, and tells what was asked. */
function net(answers: Record<string, () => Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch: Net['fetch'] = async (url, init) => {
    asked.push({ url, init });
    const answer = answers[url];
    if (!answer) return new Response('', { status: 404 });
    return answer();
  };
  return { asked, fetch, patience: 5000 };
}
const serving = (body: BodyInit, headers: Record<string, string> = {}) =>
  net({ [url]: () => new Response(body, { headers }) });
const bytes = (text: string) => new TextEncoder().encode(text);
const base64 = (made: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(made)));

async function publisher() {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const key = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
  const sign = async (text: string) =>
    base64(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes(text)));
  return { key, sign };
}
const signedBy = (text: string, signature: string) =>
  net({ [url]: () => new Response(text), [`${url}.sig`]: () => new Response(signature) });

test('a list brings its words, its name and when to ask again; what tells its version is sent back', async () => {
  const first = await fetchList(empty, serving('! Title: 美妆\n! Expires: 2 days\n根治\n', { etag: '"1"' }));

  expect(first).toMatchObject({ kind: 'new', name: '美妆', expires: 48 * hour, etag: '"1"' });
  const after = afterLook(empty, first as never, start);
  const again = net({ [url]: () => new Response(null, { status: 304 }) });
  expect(await fetchList(after, again)).toEqual({ kind: 'unchanged' });
  expect(again.asked[0]?.init).toMatchObject({
    headers: { 'If-None-Match': '"1"' },
    credentials: 'omit',
    redirect: 'manual',
  });
});

test('a list cannot silence anything: its phrases are left out and counted', async () => {
  const fetched = await fetchList(empty, serving('根治\n@@最低价\n'));

  expect(fetched).toMatchObject({ content: { terms: [{ text: '根治' }], allow: [] }, dropped: 1 });
});

test.each([
  ['gone', () => new Response('', { status: 404 })],
  ['gone', () => new Response('', { status: 410 })],
  ['refused', () => new Response('', { status: 503 })],
  ['moved', () => new Response(null, { status: 302, headers: { location: 'https://other.example/' } })],
  ['malformed', () => new Response('<!doctype html><title>hello</title>')],
  ['malformed', () => new Response('{"words":[')],
  ['malformed', () => new Response(`根治\n${'…\n'.repeat(5)}`)],
  ['malformed', () => new Response('# nothing\n')],
  ['too-big', () => new Response('根治', { headers: { 'content-length': '999999999' } })],
  [
    'offline',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
] as const)('an answer that is no list is refused: %s', async (trouble, answer) => {
  expect(await fetchList(good, net({ [url]: answer as () => Response }))).toEqual({
    kind: 'failed',
    trouble,
  });
});

test('reading stops at the limit, however long the answer goes on', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000).fill(0x61));
    },
  });

  expect(await fetchList(good, serving(endless))).toEqual({ kind: 'failed', trouble: 'too-big' });
  expect(sent).toBeLessThan(largestFetched + 1_000_000);
});

test('the key a list names first is pinned; what it did not sign is not believed', async () => {
  const [mine, other] = [await publisher(), await publisher()];
  const text = `# Key: ${mine.key}\n根治\n`;
  const first = await fetchList(empty, signedBy(text, await mine.sign(text)));
  const pinned = afterLook(empty, first as never, start);
  const changed = `# Key: ${other.key}\n根治\n包过\n`;
  const seen = async (body: string, signature: string) => {
    const fetched = await fetchList(pinned, signedBy(body, signature));
    return fetched.kind === 'failed' ? fetched.trouble : fetched.kind;
  };

  expect(pinned.key).toBe(mine.key);
  expect(await seen(`${text}包过\n`, await mine.sign(`${text}包过\n`))).toBe('new');
  expect(await seen(`${text}包过\n`, await mine.sign(text))).toBe('tampered');
  expect(await seen(changed, await other.sign(changed))).toBe('wrong-key');
  expect(await seen(`${text}包过\n`, 'not a signature')).toBe('tampered');
  const unsigned = await fetchList(pinned, serving(`${text}包过\n`));
  expect(unsigned).toEqual({ kind: 'failed', trouble: 'unsigned' });
});

test('the signature may stand in the first line, over all that follows', async () => {
  const { key, sign } = await publisher();
  const body = '根治\n包过\n';
  const keyed = { ...empty, key };

  expect(await fetchList(keyed, serving(`# Signature: ${await sign(body)}\n${body}`))).toMatchObject({
    kind: 'new',
  });
  expect(await fetchList(keyed, serving(`# Signature: ${await sign(body)}\n${body}赚`))).toEqual({
    kind: 'failed',
    trouble: 'tampered',
  });
});

test('a list that was not signed at first takes no key later, and an older version is refused', async () => {
  const { key } = await publisher();
  const later = await fetchList(
    { ...good, version: '2026.11.20' },
    serving(`# Key: ${key}\n# Version: 2026.11.21\n根治`),
  );

  expect(later.kind === 'new' && afterLook(good, later, start).key).toBeUndefined();
  expect(await fetchList({ ...good, version: '2026.11.20' }, serving('# Version: 2026.9.30\n根治'))).toEqual({
    kind: 'failed',
    trouble: 'older',
  });
});

test('a look in vain keeps what was good; it is tried again soon, then rarely, and called stale in the end', () => {
  const failed = afterLook(good, { kind: 'failed', trouble: 'gone' }, start + 24 * hour);

  expect(failed).toMatchObject({ trouble: 'gone', goodAt: start, failures: 1 });
  expect(isDue(good, start + 23 * hour)).toBe(false);
  expect(isDue(good, start + 24 * hour)).toBe(true);
  expect(isDue(failed, failed.checkedAt + hour / 4)).toBe(false);
  expect(isDue(failed, failed.checkedAt + hour)).toBe(true);
  expect(isStale(failed, start + 47 * hour)).toBe(false);
  expect(isStale(failed, start + 49 * hour)).toBe(true);
  expect(afterLook(failed, { kind: 'unchanged' }, start + 50 * hour)).toEqual({
    ...good,
    checkedAt: start + 50 * hour,
    goodAt: start + 50 * hour,
  });
});

test('nobody is asked more often than hourly, nor less than every two weeks', () => {
  expect([undefined, 60_000, 999 * 24 * hour].map(expiryOf)).toEqual([24 * hour, hour, 14 * 24 * hour]);
});

test('only https addresses without a name or password are taken', () => {
  expect(readListAddress(' https://a.example:8443/x.txt#top ')).toEqual({
    url: 'https://a.example:8443/x.txt',
    origin: 'https://a.example/*',
    host: 'a.example:8443',
  });
  for (const bad of ['http://a.example/x', 'https://me:pw@a.example/', 'file:///etc/passwd', 'x', ''])
    expect(readListAddress(bad)).toBeNull();
});
