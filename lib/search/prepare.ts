import type { PlatformId, Session } from '../model.ts';
import type { Intent } from '../reply/types.ts';
import type { Letters } from './letters.ts';
import type { Query } from './query.ts';

/** A word or phrase in letters. */
export interface Wanted {
  letters: string;
  /** the distinct pairs of neighbouring letters, of which `misses` may be missing */
  pairs: readonly string[];
  misses: number;
}

/** The alternatives of one prefix, and what is kept out. */
export interface Choice<T> {
  any: readonly T[];
  not: readonly T[];
}

/** A query in the form that lines are compared with. */
export interface Prepared {
  texts: readonly Wanted[];
  without: readonly string[];
  users: Choice<string>;
  rooms: Choice<string>;
  rules: Choice<string>;
  platforms: Choice<PlatformId>;
  intents: Choice<Intent>;
  /** in minutes since the epoch */
  dates: Choice<{ from: number; to: number }>;
}

export function prepare({ clauses }: Query, letters: Letters): Prepared {
  const choice = <T>(by: string, form: (value: never) => T): Choice<T> => {
    const mine = clauses.filter((clause) => clause.by === by);
    const values = (not: boolean) =>
      mine.filter((clause) => clause.not === not).map(({ value }) => form(value as never));
    return { any: values(false), not: values(true) };
  };
  const texts = clauses.flatMap((clause) => (clause.by === 'text' ? [clause] : []));
  return {
    texts: texts
      .filter(({ not }) => !not)
      .map(({ value, isPhrase }) => wanted(letters.of(value), isPhrase))
      .filter((one) => one.letters !== ''),
    without: texts
      .filter(({ not }) => not)
      .map(({ value }) => letters.of(value))
      .filter(Boolean),
    users: choice('user', letters.of),
    rooms: choice('room', letters.of),
    rules: choice('rule', (value: string) =>
      /\p{Script=Han}/u.test(value) ? letters.of(value) : value.toLowerCase(),
    ),
    platforms: choice('platform', (value: PlatformId) => value),
    intents: choice('intent', (value: Intent) => value),
    dates: choice('date', ({ from, to }: { from: number; to: number }) => ({
      from: from / 60_000,
      to: to / 60_000,
    })),
  };
}

/** One pair may be missing of four, two of seven: a word more or a letter wrong. */
function wanted(letters: string, isPhrase: boolean): Wanted {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  const misses = isPhrase || pairs.size < 4 ? 0 : pairs.size < 7 ? 1 : 2;
  return { letters, pairs: [...pairs], misses };
}

/** Whether anything is asked for: keeping out alone, or punctuation, finds nothing. */
export const asks = ({ texts, ...choices }: Prepared): boolean =>
  texts.length > 0 || Object.values(choices).some((choice) => 'any' in choice && choice.any.length > 0);

/** True when one of the alternatives holds, if there are any, and none of what is kept out. */
export const allows = <T>({ any, not }: Choice<T>, holds: (one: T) => boolean): boolean =>
  (any.length === 0 || any.some(holds)) && !not.some(holds);

/** Whether a session may hold anything that is asked for. */
export function allowsSession({ platforms, rooms }: Prepared, session: Session, letters: Letters): boolean {
  const title = letters.of(session.title);
  const id = session.roomId.toLowerCase();
  return (
    allows(platforms, (platform) => platform === session.platform) &&
    allows(rooms, (room) => room !== '' && (title.includes(room) || id.includes(room)))
  );
}
