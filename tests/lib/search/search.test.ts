import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { makePage } from '../../../lib/log/page.ts';
import type { Finding, LiveEvent, LoggedEvent, Session } from '../../../lib/model.ts';
import { createRoomState } from '../../../lib/room/fold.ts';
import { type Findable, findableIn } from '../../../lib/search/findable.ts';
import { createLetters } from '../../../lib/search/letters.ts';
import { type Clause, parseQuery, type Query } from '../../../lib/search/query.ts';
import { createSearch, type Found } from '../../../lib/search/search.ts';
import { readIntent, signMaker } from '../../../lib/search/sign.ts';
import { comment } from '../../fixtures/events.ts';

const names = { platforms: {}, intents: {}, rules: {} };
const start = new Date(2026, 10, 20, 23, 30).getTime();
const now = new Date(2026, 10, 22, 20).getTime();
const letters = createLetters();
let db: Database;

beforeEach(() => {
  db = openDatabase(`test-${Math.random()}`);
});
afterEach(() => db.delete());

/** Stores a session in pages of four events, worked up in stretches of `stretch` until `indexed`. */
async function store(
  id: string,
  events: LiveEvent[],
  { stretch = 5, indexed = events.length, over = {} } = {},
) {
  const session: Session = {
    id,
    platform: 'douyin',
    roomId: `room-${id}`,
    title: '小满家居',
    tabId: null,
    startedAt: start + Number(id) * 1000,
    lastAt: start,
    endedAt: start,
    events: events.length,
    comments: events.length,
    rejected: 0,
    isClosed: true,
    streams: {},
    loose: 0,
    ...over,
  };
  await db.sessions.add(session);
  for (let i = 0; i < events.length; i += 4) await db.pages.add(makePage(id, i, events.slice(i, i + 4)));
  const logged = events.map((event, seq) => ({ ...event, seq }));
  const { make } = signMaker();
  for (let first = 0; first < indexed; first += stretch) {
    const mine = logged.slice(first, Math.min(indexed, first + stretch));
    const state = createRoomState();
    const made = {
      session: id,
      first,
      count: mine.length,
      events: mine,
      rows: [],
      turns: [],
      alarms: [],
      goods: state.goods,
      state,
    };
    await db.table('signs').put((await make(made)) as object);
  }
  return { session, logged };
}

async function find(typed: string, limit = 1000): Promise<Found> {
  const search = createSearch(db, letters, {
    breathe: () => Promise.resolve(),
    now: () => performance.now(),
  });
  let last: Found | null = null;
  await search.find(parseQuery(typed, names, now), {
    limit,
    isStale: () => false,
    onFound: (found) => {
      last = found;
    },
  });
  if (!last) throw new Error('Nothing was told.');
  return last;
}
const texts = ({ results }: Found) => results.map(({ text }) => text);
const said = (...all: string[]) =>
  all.map((text, i) => comment(text, { id: `${i}`, at: start + i * 60_000 }));

test('letters match whatever their width, case, script and punctuation', async () => {
  await store('1', said('這款面霜多少錢？', 'ＩＰＨＯＮＥ １５ 壳有吗', '包，邮，吗', '别的'));

  expect(texts(await find('面霜多少钱'))).toEqual(['這款面霜多少錢？']);
  expect(texts(await find('iphone15'))).toEqual(['ＩＰＨＯＮＥ １５ 壳有吗']);
  expect(texts(await find('包邮'))).toEqual(['包，邮，吗']);
  expect(texts(await find('霜'))).toEqual(['這款面霜多少錢？']);
});

test('a longer word may miss a pair of letters; exact hits come first, and newest first among them', async () => {
  await store('1', said('什么时候能发货', '什么时候发货', '发货什么', '请问什么时候发货呀'));

  const found = await find('什么时候发货');
  expect(found.results.map(({ text, closeness }) => [text, closeness])).toEqual([
    ['请问什么时候发货呀', 'exact'],
    ['什么时候发货', 'exact'],
    ['什么时候能发货', 'near'],
  ]);
  expect([found.exact, found.near]).toEqual([2, 1]);
  expect(texts(await find('"什么时候发货"'))).toEqual(['请问什么时候发货呀', '什么时候发货']);
});

test('keeping out alone, or punctuation, finds nothing', async () => {
  await store('1', said('发货', '，，'));

  for (const typed of ['-催单', '！', '-平台:taobao']) expect(texts(await find(typed))).toEqual([]);
});

test('hits are marked in the text as it was written, and stand between their neighbours', async () => {
  await store('1', said('前一句', '請問，發 貨 嗎', '后一句'));

  const [hit] = (await find('发货吗')).results;

  expect(hit?.marks.map(([from, to]) => hit.text.slice(from, to))).toEqual(['發 貨 嗎']);
  expect([hit?.before?.text, hit?.after?.text]).toEqual(['前一句', '后一句']);
});

test('drafts and overrides are found by their rule, category and term', async () => {
  const finding: Finding = {
    start: 0,
    end: 2,
    text: '蕞好',
    canonical: '最好',
    category: 'A1',
    severity: 'S3',
    rule: 'A1-top',
    list: 'base',
    basis: '',
    evasion: true,
    exemption: null,
    rewrites: [],
  };
  const draft: LiveEvent = {
    kind: 'draft',
    at: start,
    seenAt: start,
    text: '蕞好用',
    findings: [finding],
    rules: 'v1',
  };
  const plain = { ...draft, text: '好用', findings: [] };
  await store('1', [draft, plain, ...said('最好用')]);

  for (const typed of ['规则:A1', '规则:a1-top', 'rule:最好'])
    expect(texts(await find(typed))).toEqual(['蕞好用']);
  expect(texts(await find('规则:A'))).toEqual([]);
});

test('what is not worked up yet is searched when it is little, and told when it is much', async () => {
  await store('1', said('发货一', '发货二', '发货三'), { indexed: 0 });
  const { session } = await store('2', said('发货四'), { indexed: 0 });
  await db.sessions.put({ ...session, events: 50_000 });

  const found = await find('发货');

  expect(texts(found)).toEqual(['发货三', '发货二', '发货一']);
  expect([found.behind, found.all]).toEqual([50_000, 50_003]);
});

test('what is appended, worked up or deleted meanwhile counts in the next search', async () => {
  const search = createSearch(db, letters, { breathe: () => Promise.resolve(), now: () => 0 });
  const look = async () => {
    let found: string[] = [];
    await search.find(parseQuery('发货', names, now), {
      limit: 10,
      isStale: () => false,
      onFound: (one) => {
        found = texts(one);
      },
    });
    return found;
  };
  const { session } = await store('1', said('发货一', '别的'), { indexed: 0 });
  expect(await look()).toEqual(['发货一']);
  await db.pages.add(makePage('1', 2, said('发货二')));
  await db.sessions.put({ ...session, events: 3 });
  expect(await look()).toEqual(['发货二', '发货一']);
  await db.sessions.delete('1');
  expect(await look()).toEqual([]);
});

test('a search that nobody waits for any more tells nothing', async () => {
  await store('1', said('发货'));
  const search = createSearch(db, letters, { breathe: () => Promise.resolve(), now: () => Date.now() });
  const told: Found[] = [];

  await search.find(parseQuery('发货', names, now), {
    limit: 9,
    isStale: () => true,
    onFound: (one) => told.push(one),
  });

  expect(told).toEqual([]);
});

/** The plainest reading of a query: every event, every clause. */
function naive(
  query: Query,
  events: readonly LoggedEvent[],
  session: Session,
): { exact: number[]; near: number[] } {
  const found = { exact: [] as number[], near: [] as number[] };
  for (const event of events) {
    const one = findableIn(event, readIntent);
    if (!one) continue;
    const verdicts = query.clauses
      .filter(({ by, value }) => by !== 'text' || letters.of(value as string) !== '')
      .map((clause) => [clause, verdictOn(clause, one, event.at, session)] as const);
    const asked = verdicts.filter(([{ not }]) => !not);
    if (asked.length === 0) continue;
    const texts = asked.filter(([{ by }]) => by === 'text').map(([, verdict]) => verdict);
    const others = asked.filter(([{ by }]) => by !== 'text');
    const isOut = verdicts.some(([{ not }, verdict]) => not && verdict === 'exact');
    const isAllowed = others.every(([{ by }]) =>
      others.some(([other, verdict]) => other.by === by && verdict === 'exact'),
    );
    if (isOut || !isAllowed || texts.includes(null)) continue;
    found[texts.includes('near') ? 'near' : 'exact'].push(event.seq);
  }
  return found;
}

function verdictOn(clause: Clause, one: Findable, at: number, session: Session): 'exact' | 'near' | null {
  const yes = (holds: boolean) => (holds ? 'exact' : null);
  const mine = letters.of(one.text);
  switch (clause.by) {
    case 'text': {
      const wanted = letters.of(clause.value);
      if (mine.includes(wanted)) return 'exact';
      const pairs = new Set(wanted.split('').flatMap((letter, i) => (i > 0 ? [wanted[i - 1] + letter] : [])));
      const missing = [...pairs].filter((pair) => !mine.includes(pair)).length;
      const allowed = clause.isPhrase || pairs.size < 4 ? 0 : pairs.size < 7 ? 1 : 2;
      return !clause.not && allowed > 0 && missing <= allowed ? 'near' : null;
    }
    case 'user': {
      const wanted = letters.of(clause.value);
      return yes(wanted !== '' && letters.of(one.who).includes(wanted));
    }
    case 'room':
      return yes(
        letters.of(clause.value) !== '' && letters.of(session.title).includes(letters.of(clause.value)),
      );
    case 'platform':
      return yes(session.platform === clause.value);
    case 'intent':
      return yes(one.intent === clause.value);
    case 'date':
      return yes(at >= clause.value.from && at < clause.value.to);
    default:
      return null;
  }
}

test('it finds exactly what reading everything finds, for any comments and any query', async () => {
  const word = fc.string({
    unit: fc.constantFrom(...'发货什么时候吗發貨退A1，！ 😂ア\n\x01'),
    minLength: 1,
    maxLength: 9,
  });
  const text = fc.oneof(word, fc.constantFrom('什么时候发货', '发货吗', '多少钱', '怎么退'));
  const event = fc.record({
    text,
    nick: fc.constantFrom('小满', '小雪', 'A1', '发货姐', ''),
    at: fc.integer({ min: 0, max: 60 }).map((minutes) => start + minutes * 60_000),
  });
  const piece = fc.oneof(
    { weight: 3, arbitrary: text },
    text.map((one) => `"${one.replaceAll('"', '')}"`),
    text.map((one) => `-${one}`),
    fc.constantFrom(
      '用户:小',
      '用户:发货',
      '-用户:雪',
      '日期:11-20',
      '-日期:11-21',
      '意图:shipping',
      'intent:price',
    ),
    fc.constantFrom('平台:douyin', '平台:taobao', '房间:小满', '-房间:家居'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { maxLength: 25 }),
      fc.array(piece, { minLength: 1, maxLength: 3 }),
      fc.nat(25),
      async (events, pieces, indexed) => {
        await db.delete();
        await db.open();
        const { session, logged } = await store(
          '1',
          events.map((one, i) => comment(one.text, { ...one, id: `${i}` })),
          { indexed: Math.min(indexed, events.length) },
        );
        const query = parseQuery(pieces.join(' '), names, now);
        const expected = naive(query, logged, session);

        const found = await find(pieces.join(' '));

        const seqs = (closeness: string) =>
          found.results.filter((one) => one.closeness === closeness).map(({ seq }) => seq);
        expect(seqs('exact')).toEqual(expected.exact.toReversed());
        expect(seqs('near')).toEqual(expected.near.toReversed());
        expect([found.exact, found.near ?? 0]).toEqual([expected.exact.length, expected.near.length]);
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);
