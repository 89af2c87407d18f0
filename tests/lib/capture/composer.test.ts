import { act, createElement as h, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillBox } from '../../../lib/capture/composer.ts';
import { type Draft, watchDraft } from '../../../lib/capture/draft.ts';
import type { Finding } from '../../../lib/model.ts';

let root: Root;
let sent: string[];
const box = () => document.querySelector('textarea') as HTMLTextAreaElement;
const fill = (target: HTMLTextAreaElement | null, text: string) =>
  act(() => fillBox(target, text, 50, async () => {}));

/** A box as the consoles have it: React holds its text, Enter sends. */
function Composer({
  accepts = (_: string) => true,
  ...rest
}: {
  accepts?(text: string): boolean;
  disabled?: boolean;
  maxLength?: number;
}) {
  const [text, setText] = useState('');
  return h('textarea', {
    ...rest,
    value: text,
    onChange: (event: { target: HTMLTextAreaElement }) =>
      accepts(event.target.value) && setText(event.target.value),
    onKeyDown: (event: { key: string }) => {
      if (event.key !== 'Enter') return;
      sent.push(text);
      setText('');
    },
  });
}
const show = (props: Parameters<typeof Composer>[0] = {}) => act(() => root.render(h(Composer, props)));

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector('#root') as Element);
  sent = [];
});
afterEach(() => act(() => root.unmount()));

test('a filled text becomes the page’s own, the earlier one is handed back, and nothing is sent', async () => {
  show();
  await fill(box(), '写了一半');

  const answer = await fill(box(), '亲，3号链接');
  act(() => void box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));

  expect(answer).toEqual({ ok: true, previous: '写了一半' });
  expect(sent).toEqual(['亲，3号链接']);
});

test('a person who sends in the very frame of the fill has filled it', async () => {
  show();

  const answer = await act(() =>
    fillBox(box(), '亲，3号链接', 50, async () => {
      act(() => void box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    }),
  );

  expect(sent).toEqual(['亲，3号链接']);
  expect(answer).toEqual({ ok: true, previous: '' });
});

test('a box that cannot take the text says why and is left as it was', async () => {
  show({ disabled: true });
  const disabled = await fill(box(), '你好');
  show({ maxLength: 3 });
  const long = await fill(box(), '一二三四');
  show({ accepts: (text) => text === '' });
  const refused = await fill(box(), '你好');

  expect(await fill(null, '你好')).toEqual({ ok: false, reason: 'no-box' });
  expect(disabled).toEqual({ ok: false, reason: 'box-disabled' });
  expect(long).toEqual({ ok: false, reason: 'too-long' });
  expect(refused).toEqual({ ok: false, reason: 'not-filled' });
  expect(box().value).toBe('');
});

/** Types into a plain box and collects what the watcher tells. */
function typing(severity: Finding['severity'] = 'S3') {
  document.body.innerHTML = '<textarea></textarea><textarea id="decoy"></textarea>';
  const drafts: Draft[] = [];
  const checked: string[] = [];
  let tasks: (() => void)[] = [];
  const watch = watchDraft({
    document,
    composer: box,
    check: async (text) => {
      checked.push(text);
      const finding = { text: '最好', severity } as Finding;
      return { findings: text.includes('最好') ? [finding] : [], rules: 'r1' };
    },
    onDraft: (draft) => drafts.push(draft),
    after: (_, task) => void tasks.push(task),
  });
  const rest = async () => {
    const due = tasks;
    tasks = [];
    for (const task of due) task();
    for (let i = 0; i < 5; i += 1) await null;
  };
  const type = (text: string, { target = box(), isComposing = false } = {}) => {
    target.value = text;
    target.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
  };
  return { watch, drafts, checked, rest, type };
}

test('a draft is checked when the typing rests, and told only while there is something to say', async () => {
  const { drafts, checked, rest, type, watch } = typing();

  for (const text of ['这', '这款', '这款最好']) type(text);
  await rest();
  type('这款');
  await rest();
  type('这款不错');
  await rest();

  expect(checked).toEqual(['这款最好', '这款', '这款不错']);
  expect(drafts.map(({ text, findings }) => [text, findings.length])).toEqual([
    ['这款最好', 1],
    ['这款', 0],
  ]);
  watch.stop();
});

test('nothing is checked while an input method composes, or in another box', async () => {
  const { checked, rest, type, watch } = typing();

  type('zui hao', { isComposing: true });
  watch.look();
  await rest();
  type('最好', { target: document.querySelector('#decoy') as HTMLTextAreaElement });
  await rest();

  expect(checked).toEqual([]);
  watch.stop();
});

test('a box that the page emptied clears the draft', async () => {
  const { drafts, rest, type, watch } = typing();
  type('最好');
  await rest();

  box().value = '';
  watch.look();
  await rest();

  expect(drafts.map(({ text }) => text)).toEqual(['最好', '']);
  watch.stop();
});

test('exempted findings are not told', async () => {
  const { drafts, rest, type, watch } = typing('S0');

  type('最好');
  await rest();

  expect(drafts).toEqual([]);
  watch.stop();
});
