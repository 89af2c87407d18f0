import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { FoundScript, RoomShop } from '../../components/room/actions.ts';
import { Replies } from '../../components/room/Replies.tsx';
import type { Fatigue } from '../../lib/room/fatigue.ts';
import { hands } from './hands.ts';
import { checker, question, show } from './show.tsx';

const scripts: FoundScript[] = [
  { id: 's1', code: 'cm', text: '尺码表在三号链接', open: [] },
  { id: 's2', code: null, text: '到手{价格}', open: ['价格'] },
];

function desk({ tired = null as Fatigue | null, kept = 'kept' as 'kept' | 'known' | 'failed' } = {}) {
  const actions = hands();
  const shop = {
    products: [],
    find: vi.fn(async (query: string) =>
      scripts.filter(({ code, text }) => `${code} ${text}`.includes(query)),
    ),
    keep: vi.fn(async () => kept),
    open: vi.fn(),
  } satisfies RoomShop;
  const asked = question('q1', '穿什么码');
  show(
    <Replies
      question={asked}
      draft={null}
      checker={checker}
      suggest={() => [{ script: 's9', text: '亲看详情页' }]}
      shop={shop}
      tired={() => tired}
      actions={actions}
    />,
  );
  return { actions, shop, asked, field: screen.getByLabelText('自己写的回复') as HTMLTextAreaElement };
}
const found = () => screen.getByRole('listbox', { name: '话术搜索' }).querySelectorAll('[role=option]');

test('the slash opens the search; arrows choose, Enter takes the words into the field, Enter fills', async () => {
  const { actions, field } = desk();

  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(field);
  await waitFor(() => expect(found()).toHaveLength(2));
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  expect(field.value).toBe('尺码表在三号链接');
  expect(actions.fill).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');

  expect(actions.fill).toHaveBeenCalledExactlyOnceWith({
    text: '尺码表在三号链接',
    question: 'q1',
    script: 's1',
  });
});

test('what is typed narrows the search, and Esc gives it up', async () => {
  const { field } = desk();

  await userEvent.type(field, '/cm');
  expect(found()).toHaveLength(1);
  await userEvent.keyboard('{Escape}');

  expect(field.value).toBe('');
  expect(screen.queryByRole('listbox', { name: '话术搜索' })).toBeNull();
});

test('Enter that chooses a candidate of the input method takes no script', () => {
  const { field } = desk();
  fireEvent.change(field, { target: { value: '/c' } });

  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });

  expect(field.value).toBe('/c');
});

test('a search is never filled, and a slot without a value waits for one', async () => {
  const { actions, field } = desk();

  await userEvent.type(field, '/没有这样的{Enter}');
  expect(screen.getByText('没有找到话术')).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '/到手{Enter}{Enter}');

  expect(field.value).toBe('到手{价格}');
  expect(actions.fill).not.toHaveBeenCalled();
});

test('a script that was changed by hand is filled as edited', async () => {
  const { actions, field } = desk();

  await userEvent.click(screen.getByRole('button', { name: '改一改' }));
  await userEvent.type(field, '哦{Enter}');

  expect(actions.fill).toHaveBeenCalledExactlyOnceWith({
    text: '亲看详情页哦',
    question: 'q1',
    script: 's9',
    edited: true,
  });
});

test('a reply of one’s own is kept as a script in one press, with its question', async () => {
  const { shop, asked, field } = desk();

  await userEvent.type(field, '您拍L码{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: '存为话术' }));

  expect(shop.keep).toHaveBeenCalledExactlyOnceWith('您拍L码', asked, null);
  await userEvent.click(await screen.findByRole('button', { name: '去修改' }));
  expect(shop.open).toHaveBeenCalledOnce();
});

test('a script that was filled is none to be kept', async () => {
  desk();

  fireEvent.keyDown(document.body, { key: 'Enter' });
  await screen.findByText('已填入中控台输入框，请确认后发送');

  expect(screen.queryByRole('button', { name: '存为话术' })).toBeNull();
});

test('a script that could not be kept says so and can be tried again', async () => {
  const { field } = desk({ kept: 'failed' });

  await userEvent.type(field, '您拍L码{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: '存为话术' }));

  expect(await screen.findByText('没有保存成功，请再试一次')).toBeTruthy();
  expect(screen.getByRole('button', { name: '存为话术' })).toBeTruthy();
});

test('words said too often are told and can still be filled', async () => {
  const { actions } = desk({ tired: { kind: 'repeated', count: 4, minutes: 10 } });

  expect(screen.getByText(/10 分钟里发过 4 次/)).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'Enter' });

  await waitFor(() => expect(actions.fill).toHaveBeenCalledOnce());
});
