import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { FillOutcome } from '../../components/room/actions.ts';
import { Replies } from '../../components/room/Replies.tsx';
import { type CheckedText, isBlocking } from '../../lib/compliance/types.ts';
import type { Question } from '../../lib/room/state.ts';
import { hands } from './hands.ts';
import { checker, question, show } from './show.tsx';

const suggestions = [
  { script: 's1', text: '您165、120斤建议拍L码' },
  { script: 's2', text: '尺码表在三号链接' },
];

function desk({
  asked = question('q1', '穿什么码') as Question | null,
  known = true,
  outcome = { ok: true, previous: '旧的' } as FillOutcome,
  draft = null as string | null,
} = {}) {
  const actions = {
    ...hands(),
    clear: (text: string) =>
      checker.check(text, { channel: 'public_reply' }).some(isBlocking) ? null : (text as CheckedText),
    fill: vi.fn(async () => outcome),
    restore: vi.fn(async () => outcome),
  };
  const suggest = () => (known ? suggestions : []);
  show(<Replies question={asked} draft={draft} checker={checker} suggest={suggest} actions={actions} />);
  return { actions, field: screen.getByLabelText('自己写的回复') as HTMLTextAreaElement };
}

const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });

test('a number chooses and Enter fills the chosen reply', async () => {
  const { actions } = desk();

  press('2');
  press('Enter');

  await screen.findByText('已填入中控台输入框，请确认后发送');
  expect(actions.fill).toHaveBeenCalledExactlyOnceWith({
    text: '尺码表在三号链接',
    question: 'q1',
    script: 's2',
  });
});

test('Enter that chooses a candidate of the input method fills nothing', () => {
  const { actions, field } = desk();

  press('Enter', { isComposing: true });
  fireEvent.change(field, { target: { value: '好的' } });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });

  expect(actions.fill).not.toHaveBeenCalled();
});

test('what was suggested is noted once it is shown', async () => {
  const { actions } = desk();

  await waitFor(() => expect(actions.showed).toHaveBeenCalled());
  expect(actions.showed).toHaveBeenCalledExactlyOnceWith('q1', suggestions);
});

test('a library that knows nothing says so', () => {
  desk({ known: false });

  expect(screen.getByText(/话术库里没有合适的回复/)).toBeTruthy();
});

test('a banned word blocks the fill, and taking the rewrite frees it', async () => {
  const { actions, field } = desk();
  const fill = () => screen.getByRole<HTMLButtonElement>('button', { name: '填入' });

  await userEvent.type(field, '这是最好的');

  expect(screen.getByText('禁用')).toBeTruthy();
  expect(screen.getByText('有不能用的词，改好才能填入')).toBeTruthy();
  expect(fill().disabled).toBe(true);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(actions.fill).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: '改为“很受喜欢”' }));

  expect(field.value).toBe('这是很受喜欢的');
  expect(fill().disabled).toBe(false);
});

test('what needs proof is shown but may be filled', async () => {
  const { actions, field } = desk();

  await userEvent.type(field, '销量不错{Enter}');

  expect(actions.fill).toHaveBeenCalledWith({ text: '销量不错', question: 'q1' });
});

test('a reply with unfilled braces waits for them', async () => {
  const { field } = desk();

  fireEvent.change(field, { target: { value: '到手价{价格}元' } });

  expect(screen.getByText('还有花括号里的内容没填')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '填入' }).disabled).toBe(true);
});

test('undo puts back what stood in the box', async () => {
  const { actions } = desk();
  press('Enter');

  await userEvent.click(await screen.findByText('撤销'));

  expect(actions.restore).toHaveBeenCalledExactlyOnceWith('旧的');
  expect(screen.getByText('已恢复输入框原来的内容')).toBeTruthy();
});

test('undo leaves alone what a person has changed since', async () => {
  const { actions } = desk({ draft: '我自己改过了' });
  press('Enter');

  await userEvent.click(await screen.findByText('撤销'));

  expect(actions.restore).not.toHaveBeenCalled();
});

test('a box that cannot be filled says what to do', async () => {
  desk({ outcome: { ok: false, reason: 'no-box' } });

  press('Enter');

  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('没找到中控台的评论输入框'));
});
