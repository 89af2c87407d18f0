import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useAhead } from '../../components/panel/use-ahead.ts';
import { useRoomShop } from '../../components/panel/use-room-shop.ts';
import { useShelf } from '../../components/panel/use-shelf.ts';
import { useSuggest } from '../../components/panel/use-suggest.ts';
import type { Asked, RoomShop, Suggest } from '../../components/room/actions.ts';
import { useEngine } from '../../components/use-engine.ts';
import { LogContext } from '../../components/use-log.ts';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { changeProducts, changeScripts, changeStarter, readScripts } from '../../lib/log/shop.ts';
import { readComment } from '../../lib/reply/read.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import type { LiveRoom } from '../../lib/view/live.ts';
import { comment } from '../fixtures/events.ts';
import { script } from '../lib/shop/scripts.ts';
import { checker, show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

/** What a panel would suggest, with a room in which scripts can be filled. */
function panel() {
  const db = openDatabase(`suggest-${crypto.randomUUID()}`);
  opened.push(db);
  const state = createRoomState();
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const room = { view: () => ({ state }), subscribe } as unknown as LiveRoom;
  const now: { suggest: Suggest; shop: RoomShop | null } = { suggest: () => [], shop: null };
  function Probe() {
    const { shelf, read } = useShelf(true);
    const engine = useEngine();
    useAhead(room, read === 'done' ? shelf : null, engine);
    const { suggest } = useSuggest({ engine, checker, platform: 'taobao', room, shelf });
    now.suggest = suggest;
    now.shop = useRoomShop(shelf, () => {});
    return null;
  }
  show(
    <LogContext value={db}>
      <Probe />
    </LogContext>,
  );
  const ask = async (text: string, product: ProductFacts | null = null) =>
    (await now.suggest(asked(text), product)) ?? [];
  const fill = (id: string) =>
    state.acts.push({ kind: 'fill', at: 1, seenAt: 1, seq: 1, text: '好', script: id, rules: 'r' });
  return {
    db,
    ask,
    fill,
    calm: (hold: 'on' | 'off') =>
      act(() => {
        state.alarms.calm.hold = hold;
        for (const listener of listeners) listener();
      }),
    hear(text: string): Asked {
      fold(state, { ...comment(text), seq: state.seq });
      for (const listener of listeners) listener();
      return state.questions.get(`id-${text}`)!;
    },
    now,
    words: async (...args: Parameters<typeof ask>) => (await ask(...args)).map(({ text }) => text),
  };
}
const asked = (text: string): Asked => ({ id: 'q', text, reading: readComment(text) });
const coat = (price: string): ProductFacts => ({
  id: 'p',
  names: '大衣',
  facts: [{ label: '价格', value: price }],
});

test('the shop’s own script comes first as soon as it is written, and goes when it is deleted', async () => {
  const { db, words } = panel();
  await waitFor(async () => expect(await words('几天能到')).not.toEqual([]), { timeout: 5000 });
  expect(await words('几天能到')).not.toContain('江浙沪次日达');

  await changeScripts(db, {
    put: [script('a', { text: '江浙沪次日达', examples: ['多久能到'], intent: 'shipping' })],
  });
  await waitFor(async () => expect((await words('几天能到'))[0]).toBe('江浙沪次日达'), { timeout: 5000 });
  await changeScripts(db, { remove: ['a'] });

  await waitFor(async () => expect(await words('几天能到')).not.toContain('江浙沪次日达'), { timeout: 5000 });
});

test('slots are filled from the facts; without them the script is not offered', async () => {
  const { db, words } = panel();
  await changeStarter(db, () => ({ isOn: false, off: [] }));
  await changeScripts(db, {
    put: [script('a', { text: '现在{价格}元', examples: ['多少钱'], intent: 'price' })],
  });

  await waitFor(async () => expect(await words('多少钱', coat('59元'))).toEqual(['现在59元']), {
    timeout: 5000,
  });
  expect(await words('多少钱')).toEqual([]);
});

test('a script of another product is not said of this one, one without a word on it is filled from its own', async () => {
  const { db, words } = panel();
  await changeStarter(db, () => ({ isOn: false, off: [] }));
  await changeProducts(db, {
    put: [{ id: 'x', addedAt: 1, names: '毛衣', facts: [{ label: '价格', value: '99元' }] }],
  });
  await changeScripts(db, {
    put: [script('a', { text: '现在{价格}', examples: ['多少钱'], intent: 'price', product: 'x' })],
  });

  await waitFor(async () => expect(await words('多少钱')).toEqual(['现在99元']), { timeout: 5000 });
  expect(await words('多少钱', coat('59元'))).toEqual([]);
});

test('wordings take turns with each fill and stay while one looks', async () => {
  const { db, words, fill } = panel();
  await changeStarter(db, () => ({ isOn: false, off: [] }));
  await changeScripts(db, { put: [script('a', { text: '{甲/乙}类', examples: ['多大码'] })] });
  await waitFor(async () => expect(await words('多大码')).toEqual(['甲类']), { timeout: 5000 });
  expect(await words('多大码')).toEqual(['甲类']);

  fill('a');

  expect(await words('多大码')).toEqual(['乙类']);
});

test('while the room is to be calmed, the calming set comes first, whoever pushes stays away, and a release ends it', async () => {
  const { db, ask, calm } = panel();
  await changeScripts(db, {
    put: [script('push', { text: '快抢，能退的', examples: ['能退货吗'], intent: 'aftersale' })],
  });
  const scripts = async () => (await ask('能退货吗')).map((one) => one.script);
  await waitFor(async () => expect((await scripts())[0]).toBe('push'), { timeout: 5000 });

  calm('on');

  await waitFor(async () => expect((await scripts())[0]).toMatch(/^calm-aftersale-/));
  expect(await scripts()).not.toContain('push');
  calm('off');
  await waitFor(async () => expect((await scripts())[0]).toBe('push'));
});

test('a script that the rules block is never offered', async () => {
  const { db, words } = panel();
  await changeScripts(db, {
    put: [
      script('a', { text: '这是最好的码', examples: ['多大码'] }),
      script('b', { text: '看码表', examples: ['多大码'] }),
    ],
  });

  await waitFor(async () => expect(await words('多大码')).toContain('看码表'), { timeout: 5000 });
  expect(await words('多大码')).not.toContain('这是最好的码');
});

test('a reply is kept with its question; the same words again only add theirs', async () => {
  const { db, now } = panel();
  await waitFor(() => expect(now.shop).not.toBeNull(), { timeout: 5000 });

  expect(await act(() => now.shop!.keep('明天发', asked('几天能到'), null))).toBe('kept');
  expect(await act(() => now.shop!.keep('明天发！', asked('啥时候发'), null))).toBe('known');

  expect(await readScripts(db)).toMatchObject([
    { text: '明天发', examples: ['几天能到', '啥时候发'], intent: 'shipping' },
  ]);
  await waitFor(async () => expect((await now.shop!.find('mtf', null))[0]?.text).toBe('明天发'));
});

test('a question is looked up as soon as it waits: its replies are at hand for who turns to it', async () => {
  const { ask, hear, now } = panel();
  await waitFor(async () => expect(await ask('能便宜点吗')).not.toEqual([]));

  const question = hear('有运费险吗');
  // asked behind it, and answered behind it
  await ask('多久发货');

  const replies = now.suggest(question, null);
  expect(replies).toBeInstanceOf(Array);
  expect(replies).not.toEqual([]);
});

test('a question that nobody put on the board is looked up when it is asked', async () => {
  const { ask, now } = panel();
  await waitFor(async () => expect(await ask('能便宜点吗')).not.toEqual([]));

  expect(now.suggest(asked('有运费险吗'), null)).toBeInstanceOf(Promise);
});
