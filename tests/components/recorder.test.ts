import { expect, test, vi } from 'vitest';
import { createRecorder } from '../../components/panel/recorder.ts';
import type { Receipt } from '../../lib/messages.ts';
import type { ActEvent } from '../../lib/model.ts';

const act = (question: string): ActEvent => ({
  kind: 'answer',
  at: 1e12,
  seenAt: 1e12,
  question,
  how: 'spoken',
});

function recorder(answers: (Receipt | Error)[]) {
  const send = vi.fn(async (batch: { offset: number; events: ActEvent[] }): Promise<Receipt> => {
    const answer = answers.shift() ?? { ok: true, offset: batch.offset + batch.events.length };
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const onWaiting = vi.fn();
  const made = createRecorder({ session: 's', stream: 'p', send, rest: async () => {}, onWaiting });
  return { ...made, send, onWaiting };
}

test('acts are written in order with a growing offset', async () => {
  const { record, send, onWaiting } = recorder([]);

  record(act('a'));
  record(act('b'));
  await vi.waitFor(() => expect(onWaiting).toHaveBeenLastCalledWith(0));

  const sent = send.mock.calls.map(([batch]) => batch);
  expect(sent.flatMap((batch) => batch.events)).toEqual([act('a'), act('b')]);
  expect(sent.map((batch) => batch.offset)).toEqual([0, 1]);
});

test('an act is kept and sent again until it is stored', async () => {
  const { record, send, onWaiting } = recorder([new Error('asleep'), { ok: false, reason: 'disk-full' }]);

  record(act('a'));
  await vi.waitFor(() => expect(onWaiting).toHaveBeenLastCalledWith(0));

  expect(send).toHaveBeenCalledTimes(3);
  expect(send.mock.calls.every(([batch]) => batch.offset === 0)).toBe(true);
});

test('acts for a session that was deleted are let go', async () => {
  const { record, send, onWaiting } = recorder([{ ok: false, reason: 'unknown-session' }]);

  record(act('a'));
  await vi.waitFor(() => expect(onWaiting).toHaveBeenLastCalledWith(0));

  expect(send).toHaveBeenCalledOnce();
});
