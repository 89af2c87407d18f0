import type { Watch } from '../model.ts';

/** What alarms go by until a person sets something else. Shares and deviations are the plans'; the rest is ours. */
export const defaultWatch: Watch = {
  off: [],
  sigmas: 2,
  negative: { share: 0.15, over: 0.2 },
  complaints: 20,
  words: ['12315', '工商局', '消协', '报警', '律师函', '记者', '烂脸了', '起疹子了', '住院了'].map(
    (text) => ({
      text,
      people: 3,
    }),
  ),
  waiting: { seconds: 180, people: 3 },
  stock: { refill: 100, urgent: 20, stop: 0 },
  coolDown: 300,
  quiet: null,
};

/** Whether the minute of the day lies within the quiet hours. */
export function isQuiet({ quiet }: Pick<Watch, 'quiet'>, minute: number): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Whether both say the same. */
export const isSameWatch = (one: Watch, other: Watch): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
