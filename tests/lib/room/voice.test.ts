import { expect, test } from 'vitest';
import type { Finding, LoggedEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { openSlips } from '../../../lib/room/voice.ts';

const at = 1_790_000_000_000;
const finding = { severity: 'S3', start: 0, end: 2, text: '最好' } as Finding;

function roomAfter(...events: object[]) {
  const state = createRoomState();
  for (const [seq, event] of events.entries())
    fold(state, { at: at + seq * 1000, seenAt: at + seq * 1000, seq, ...event } as LoggedEvent);
  return state;
}
const after = (...events: object[]) => roomAfter(...events).voice;
const spoken = (text: string, findings: Finding[] = []) => ({
  kind: 'spoken',
  from: at,
  to: at + 900,
  text,
  findings,
  rules: 'r',
  by: 'device',
  ms: 5,
});

test('a slip stays open until a person says how it was put right', () => {
  const events = [spoken('大家好'), spoken('最好的', [finding])];
  expect(openSlips(after(...events))).toMatchObject([{ seq: 1, text: '最好的' }]);

  const voice = after(...events, { kind: 'correct', of: 1, how: 'corrected' });
  expect(openSlips(voice)).toEqual([]);
  expect(voice.slips).toMatchObject([{ closed: { at: at + 2000, how: 'corrected' } }]);
});

test('what wants proof only is no slip', () => {
  const voice = after(spoken('很好', [{ ...finding, severity: 'S1' }]));
  expect(voice.slips).toEqual([]);
  expect(voice.heard).toBe(1);
});

test('what was not understood is counted, and forgotten as trouble once somebody is understood', () => {
  const unheard = { kind: 'unheard', from: at, to: at + 900, why: 'stalled' };
  expect(after(unheard)).toMatchObject({ heard: 0, unheard: 1, trouble: 'stalled' });
  expect(after(unheard, spoken('好'))).toMatchObject({ heard: 1, unheard: 1, trouble: null });
});

test('knows who listens, from when they begin until they end', () => {
  const began = { kind: 'listen', source: 'microphone', by: 'device' };
  expect(after(began)).toMatchObject({ source: 'microphone', by: 'device' });
  expect(after(began, { kind: 'listen', source: null, why: 'lost' })).toMatchObject({
    source: null,
    trouble: 'lost',
  });
  expect(after(began, { kind: 'listen', source: null })).toMatchObject({ source: null, trouble: null });
});

test('a slip raises an alarm, which ends with the correction', () => {
  const slip = spoken('最好的', [finding]);
  expect(roomAfter(slip).alarms.list).toMatchObject([{ kind: 'finding', subject: '0', closed: null }]);

  const { alarms } = roomAfter(slip, { kind: 'correct', of: 0, how: 'corrected' });
  expect(alarms.list).toMatchObject([{ closed: { how: 'over' } }]);
});
