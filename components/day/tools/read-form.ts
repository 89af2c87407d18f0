import type { Draft } from './tool-acts.ts';

/** What stands in the form's fields, as typed. */
export const emptyForm = {
  title: '',
  options: '',
  counts: 'last',
  right: '',
  wrong: '',
  first: '5',
  words: '',
  winners: '1',
  prize: '',
  worth: '',
  blocked: '',
  onceOnly: true,
  minutes: '3',
};
export type Form = typeof emptyForm;

const pieces = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const words = (text: string): string[] => [...new Set(pieces(text, /[\s,，、;；]+/))];

/** The form as a setup, which may still be misshapen: the schema tells. `now` in ms epoch. */
export function readForm(what: Draft['what'], form: Form, now: number): Draft {
  const title = form.title.trim();
  switch (what) {
    case 'vote':
      return {
        what,
        title,
        options: pieces(form.options, /\n/).map((name, i) => ({ name, words: [String(i + 1), name] })),
        counts: form.counts === 'first' ? 'first' : 'last',
      };
    case 'quiz':
      return { what, title, right: words(form.right), wrong: words(form.wrong), first: Number(form.first) };
    case 'draw':
      return {
        what,
        title,
        words: words(form.words),
        winners: Number(form.winners),
        prize: form.prize.trim(),
        worth: form.worth.trim() === '' ? null : Math.round(Number(form.worth) * 100),
        blocked: words(form.blocked),
        onceOnly: form.onceOnly,
      };
    case 'countdown':
      return { what, title, until: now + Math.round(Number(form.minutes) * 60_000) };
  }
}
