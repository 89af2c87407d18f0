import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createDesk } from '../../components/panel/shelf-desk.ts';
import type { OwnMatch, ShelfAsked, ShelfTold } from '../../components/panel/shelf-line.ts';
import type { Suggest } from '../../components/room/actions.ts';
import { Replies } from '../../components/room/Replies.tsx';
import { readComment } from '../../lib/reply/read.ts';
import { script } from '../lib/shop/scripts.ts';
import { hands } from './hands.ts';
import { checker, question, show } from './show.tsx';

/** A desk whose line is in our hands. */
function desk() {
  const asked: ShelfAsked[] = [];
  const read: (number | null)[] = [];
  let tell: (told: ShelfTold) => void = () => {};
  let indexes = 0;
  const opened = createDesk(
    (onTold) => {
      tell = onTold;
      return { ask: (one) => asked.push(one), close: () => {} };
    },
    { onRead: (share) => read.push(share), onIndex: () => indexes++ },
  );
  const search = (text: string) => opened.search(text, readComment(text), 3);
  return { ...opened, search, asked, read, tell: (told: ShelfTold) => tell(told), indexes: () => indexes };
}
const match = (id: string): OwnMatch => ({ script: script(id), score: 1, isOwn: true });

test('a question is asked once while the scripts stay, and known at once from then on', async () => {
  const { search, asked, tell } = desk();
  const first = search('多大码');
  expect(search('多大码')).toBe(first);
  tell({ id: asked[0]!.id, matches: [match('a')] });

  expect(await first).toEqual([match('a')]);
  expect(search('多大码')).toEqual([match('a')]);
  expect(asked).toHaveLength(1);
});

test('each answer goes to its own question, in whatever order they come', async () => {
  const { search, asked, tell } = desk();
  const [size, price] = [search('多大码'), search('多少钱')];
  tell({ id: asked[1]!.id, matches: [match('price')] });
  tell({ id: asked[0]!.id, matches: [match('size')] });

  expect(await size).toEqual([match('size')]);
  expect(await price).toEqual([match('price')]);
});

test('once the scripts have changed, what was known is asked again', async () => {
  const { search, asked, tell, indexes } = desk();
  const late = search('多大码');
  tell({ waiting: 0 });
  expect(indexes()).toBe(1);

  const fresh = search('多大码');
  tell({ id: asked[0]!.id, matches: [match('old')] });
  tell({ id: asked[1]!.id, matches: [match('new')] });

  expect(await late).toEqual([match('old')]);
  expect(await fresh).toEqual([match('new')]);
  expect(search('多大码')).toEqual([match('new')]);
});

test('while the scripts are read the panel says how far, and nothing of not knowing', async () => {
  let answer: (found: { script: string; text: string }[]) => void = () => {};
  const come = new Promise<{ script: string; text: string }[]>((done) => {
    answer = done;
  });
  const suggest: Suggest = () => come;
  show(
    <Replies
      question={question('q1', '穿什么码')}
      draft={null}
      checker={checker}
      suggest={suggest}
      read={0.4}
      actions={hands()}
    />,
  );

  expect(screen.getByText('正在读话术 40%')).toBeTruthy();
  expect(screen.queryByText(/话术库里没有合适的回复/)).toBeNull();
  answer([{ script: 's', text: '看尺码表' }]);
  await waitFor(() => expect(screen.getByText('看尺码表')).toBeTruthy());
});
