import { MantineProvider } from '@mantine/core';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Clock, ClockContext } from '../../components/room/clock.ts';
import { useDoing } from '../../components/store.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import { emptyQuestion } from '../../lib/room/question.ts';
import type { FeedRow, Question } from '../../lib/room/state.ts';

export const start = Date.UTC(2026, 10, 22, 12, 0, 0);
const still: Clock = { now: () => start + 60_000, subscribe: () => () => {} };

const heightOf = (element: Element): number => (element.matches('[role="log"], [data-long]') ? 560 : 28);
Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
  get(this: HTMLElement) {
    return heightOf(this);
  },
});

/** Whoever measures asks first whether an element is laid out. */
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});

/** Nothing has a size without a real page; the feed draws only rows that have one. */
class Sizes implements ResizeObserver {
  readonly #report: ResizeObserverCallback;
  constructor(report: ResizeObserverCallback) {
    this.#report = report;
  }
  observe(target: Element): void {
    const entry = { target, contentRect: { width: 400, height: heightOf(target) } } as ResizeObserverEntry;
    queueMicrotask(() => this.#report([entry], this));
  }
  unobserve(): void {}
  disconnect(): void {}
}

/** Draws something the way the pages do, with the clock stopped a minute after the start. */
export function show(content: ReactNode, clock: Clock = still) {
  useDoing.setState({ session: null, view: 'questions', question: null, choice: 0, own: '', from: null });
  window.ResizeObserver = Sizes;
  const frame = (inner: ReactNode) => (
    <MantineProvider env="test">
      <ClockContext value={clock}>{inner}</ClockContext>
    </MantineProvider>
  );
  const shown = render(frame(content));
  return { ...shown, again: (next: ReactNode) => shown.rerender(frame(next)) };
}

const reading = {
  intent: 'size',
  isQuestion: true,
  sentiment: 'neutral',
  objection: null,
  slots: {},
} as const;

export const commentRow = (seq: number, text: string, more: Partial<FeedRow> = {}): FeedRow => ({
  kind: 'comment',
  at: start + seq * 1000,
  seenAt: start + seq * 1000,
  seq,
  id: `c${seq}`,
  idKind: 'feed',
  nick: `观众${seq}`,
  text,
  source: 'feed',
  reading,
  ...more,
});

export const question = (id: string, text: string, more: Partial<Question> = {}): Question => {
  const { count = 1 } = more;
  const askers = new Map(Array.from({ length: count }, (_, one) => [one, 0]));
  const wording = { text, first: 0, count, askers, since: start, lastAt: start, answered: null };
  return {
    ...emptyQuestion(id, text, reading, start),
    wordings: new Map([[text, wording]]),
    count,
    people: count,
    ...more,
  };
};

/** A checker that knows a few words: banned 最好, proof 销量. */
export const checker: Checker = {
  version: 'test',
  check: (text) =>
    [
      { word: '最好', severity: 'S3' as const, rewrites: ['很受喜欢'] },
      { word: '销量', severity: 'S1' as const, rewrites: [] },
    ].flatMap(({ word, severity, rewrites }): Finding[] => {
      const at = text.indexOf(word);
      if (at < 0) return [];
      const end = at + word.length;
      return [
        {
          start: at,
          end,
          text: word,
          canonical: word,
          category: 'A1',
          severity,
          rule: `rule-${word}`,
          list: 'absolute',
          basis: '广告法9(三)',
          evasion: false,
          exemption: null,
          rewrites,
        },
      ];
    }),
};

/** Lets everything that was started come to rest. */
export const settle = (): Promise<void> => act(async () => {});
