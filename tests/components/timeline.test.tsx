import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Jumps } from '../../components/replay/Jumps.tsx';
import { stopFrom, stopsOf } from '../../components/replay/moments.ts';
import { columnsOf, ticksOf } from '../../components/replay/strip.ts';
import { Timeline } from '../../components/replay/Timeline.tsx';
import { createJudge } from '../../components/room/judge.ts';
import type { Moment } from '../../lib/index/moments.ts';
import type { Outline } from '../../lib/index/outline.ts';
import { checker, show, start } from './show.tsx';

const at = (minutes: number) => start + minutes * 60_000;
const moments: Moment[] = [
  { seq: 10, at: at(1), what: 'said', text: '这是最好的' },
  { seq: 20, at: at(2), what: 'said', text: '欢迎大家' },
  { seq: 30, at: at(3), what: 'gap', from: at(3), to: at(4), lost: 2, reason: 'asleep' },
  { seq: 40, at: at(5), what: 'mark', text: '冷场', noted: at(90) },
  { seq: 50, at: at(6), what: 'trouble', trouble: null },
  { seq: 60, at: at(7), what: 'draft', text: '最好', severity: 'S3' },
];
const outline: Outline = {
  minutes: [
    { at: at(0), comments: 30, positive: 9, negative: 3 },
    { at: at(5), comments: 10, positive: 0, negative: 8 },
  ],
  moments,
  unanswered: [{ seq: 5, at: at(0) }],
  to: 70,
};
const stops = stopsOf(outline, createJudge(checker));

test('our own words are a risk when the rules find something in them', () => {
  expect(stops.finding.map(({ seq }) => seq)).toEqual([11, 61]);
  expect(stops.alarm.map(({ seq }) => seq)).toEqual([31]);
});

test('a jump shows the event itself, a note the room as it stood', () => {
  expect(stops.unanswered[0]?.seq).toBe(6);
  expect(stops.mark[0]?.seq).toBe(40);
});

test('the next and the previous are told from what is shown', () => {
  expect(stopFrom(stops.finding, 0, 1)).toBe(0);
  expect(stopFrom(stops.finding, 11, 1)).toBe(1);
  expect(stopFrom(stops.finding, 61, 1)).toBe(-1);
  expect(stopFrom(stops.finding, 61, -1)).toBe(0);
});

test('the brackets jump among the chosen kind, and say where that is', () => {
  const jump = vi.fn();
  show(<Jumps stops={stops} seq={0} onJump={jump} />);

  fireEvent.click(screen.getByRole('radio', { name: /标记/ }));
  fireEvent.keyDown(document.body, { key: ']' });
  expect(jump.mock.lastCall?.[0]).toMatchObject({ seq: 40 });
  expect(screen.getByRole('status').textContent).toContain('标记：冷场');

  fireEvent.keyDown(document.body, { key: '[' });
  expect(jump).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toContain('前面没有');
});

test('the timeline is a slider for the keyboard, with the figures in words', () => {
  const seek = vi.fn();
  const props = { outline, stops, start, duration: 600_000, position: 60_000, onSeek: seek };
  show(<Timeline {...props} />);
  const slider = screen.getByRole('slider');

  for (const key of ['ArrowRight', 'ArrowLeft', 'PageUp', 'Home', 'End']) fireEvent.keyDown(slider, { key });
  fireEvent.keyDown(slider, { key: 'ArrowRight', shiftKey: true });

  expect(seek.mock.calls.flat()).toEqual([65_000, 55_000, 360_000, 0, 600_000, 120_000]);
  expect(document.body.textContent).toContain('整场 40 条评论');
  expect(document.body.textContent).toContain('风险 2 处');
});

test('columns narrower than a minute show its rate in each, wider ones the mean', () => {
  const narrow = columnsOf(outline.minutes, { start, duration: 600_000, count: 20 });
  const wide = columnsOf(outline.minutes, { start, duration: 600_000, count: 1 });

  expect(narrow.slice(0, 3).map(({ rate }) => rate)).toEqual([30, 30, 0]);
  expect(narrow[10]?.mood).toBeCloseTo(-0.8);
  expect(wide[0]?.rate).toBe(20);
});

test('places on one pixel are one tick', () => {
  expect(ticksOf([10.1, 10.2, 30], 0, 4)).toBe('M10.5 0v4M30.5 0v4');
});
