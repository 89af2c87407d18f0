import { create } from 'zustand';

export const views = ['questions', 'comments', 'day', 'compliance', 'acts'] as const;
export type View = (typeof views)[number];

/** What the person is doing on this page; nothing that the log knows. */
export interface Doing {
  /** chosen by hand; null follows the tab in front */
  session: string | null;
  view: View;
  question: string | null;
  /** index of the chosen suggestion */
  choice: number;
  /** the reply being typed */
  own: string;
  /** the emergency plan that is looked at, null while one is searched for, and the alarm that offered it */
  plan: { id: string | null; alarm: string | null } | null;
  /** the script it began as, with its words of then */
  from: { script: string; text: string } | null;
  set(doing: Partial<Omit<Doing, 'set'>>): void;
}

export const useDoing = create<Doing>((set) => ({
  session: null,
  view: 'questions',
  question: null,
  choice: 0,
  own: '',
  plan: null,
  from: null,
  set,
}));
