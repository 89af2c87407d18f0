import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Replies } from '../../components/room/Replies.tsx';
import type { Draft } from '../../lib/assist/draft.ts';
import type { CheckedText } from '../../lib/compliance/types.ts';
import { hands } from './hands.ts';
import { checker, question, show } from './show.tsx';

const found = [{ script: 's1', text: '尺码表在三号链接' }];

/** A desk with a drafter that says what it is told to say. */
function desk({ known = true } = {}) {
  const actions = hands();
  const told: { draft: Draft | null; listener: () => void } = { draft: null, listener: () => {} };
  const drafter = {
    want: vi.fn(),
    view: () => told.draft,
    subscribe: (listener: () => void) => {
      told.listener = listener;
      return () => {};
    },
    stop: vi.fn(),
  };
  const grounds = { asked: ['穿什么码'], sources: [], limit: 50 };
  const drafts = { drafter, model: 'custom/small', groundsOf: async () => grounds };
  const suggest = () => (known ? found : []);
  const shown = show(
    <Replies
      question={question('q1', '穿什么码')}
      draft={null}
      checker={checker}
      suggest={suggest}
      drafts={drafts}
      actions={actions}
    />,
  );
  const say = (draft: Draft) =>
    act(() => {
      told.draft = draft;
      told.listener();
    });
  return { actions, drafter, grounds, say, shown };
}
const press = (key: string) => fireEvent.keyDown(document.body, { key });
const ready: Draft = { kind: 'ready', text: '您看三号链接的尺码表哦' as CheckedText, scripts: ['s1'] };

test('the card in hand is drafted for, and let go of when it is gone', async () => {
  const { drafter, grounds, shown } = desk();

  await waitFor(() => expect(drafter.want).toHaveBeenLastCalledWith({ card: 'q1', grounds }));
  shown.unmount();
  expect(drafter.want).toHaveBeenLastCalledWith(null);
});

test('a draft that is written cannot be chosen; once it is ready it is one more reply', async () => {
  const { actions, say } = desk();

  say({ kind: 'writing', text: '您看三号' });
  press('2');
  press('Enter');
  expect(actions.fill).toHaveBeenCalledExactlyOnceWith({
    text: '尺码表在三号链接',
    question: 'q1',
    script: 's1',
  });
  actions.fill.mockClear();
  await screen.findByText('已填入中控台输入框，请确认后发送');

  say(ready);
  press('2');
  press('Enter');

  expect(actions.fill).toHaveBeenCalledExactlyOnceWith({
    text: ready.text,
    question: 'q1',
    model: 'custom/small',
  });
  expect(screen.getByText('AI 草拟 · custom/small')).toBeTruthy();
});

test('what was drafted is noted with the model and the replies it rests on', async () => {
  const { actions, say } = desk();

  say(ready);

  await waitFor(() =>
    expect(actions.showed).toHaveBeenLastCalledWith('q1', [
      ...found,
      { script: 'draft', text: ready.text, model: 'custom/small', grounds: ['s1'] },
    ]),
  );
});

test('where the library knows nothing, a draft from the facts is the first reply', () => {
  const { actions, say } = desk({ known: false });

  say(ready);
  press('1');
  press('Enter');

  expect(actions.fill).toHaveBeenCalledWith({ text: ready.text, question: 'q1', model: 'custom/small' });
});

test.each<[Draft, string]>([
  [{ kind: 'thinking' }, '正在按话术和商品资料起草…'],
  [{ kind: 'dropped', why: 'numbers', findings: [] }, '没有采用：价格或数字和资料不一致'],
  [{ kind: 'failed', failure: { kind: 'key' } }, '密钥不对。到“设置 · AI 草拟”里重新填写密钥。'],
  [{ kind: 'spent', until: null }, '本场的 AI 次数用完了，可在设置里调高'],
])('says in words how far it is: %j', (draft, words) => {
  const { say } = desk();

  say(draft);

  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getAllByRole('option')).toHaveLength(1);
});

test('a text the rules block is filled only for a reason', () => {
  const { actions } = desk();
  const field = screen.getByLabelText('自己写的回复');

  fireEvent.change(field, { target: { value: '这是最好的' } });
  fireEvent.click(screen.getByText('仍要填入…'));
  const reason = screen.getByLabelText('为什么可以这样说（会记入日志）');
  const fill = screen.getByRole<HTMLButtonElement>('button', { name: '填入并记录原因' });
  fireEvent.change(reason, { target: { value: '好' } });
  expect(fill.disabled).toBe(true);
  fireEvent.change(reason, { target: { value: '法务已确认' } });
  fireEvent.click(fill);

  expect(actions.overrule).toHaveBeenCalledExactlyOnceWith('这是最好的', '法务已确认', undefined);
  expect(actions.fill).toHaveBeenCalledWith({
    text: '这是最好的',
    question: 'q1',
    override: { reason: '法务已确认', findings: [] },
  });
});
