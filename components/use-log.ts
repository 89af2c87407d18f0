import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { emptySettings, type RuleSettings } from '../lib/compliance/types.ts';
import type { Provider } from '../lib/llm/provider.ts';
import type { Database } from '../lib/log/database.ts';
import { createRuleReader } from '../lib/log/lists.ts';
import { readManaged } from '../lib/log/policy.ts';
import { readProvider, saveProvider } from '../lib/log/provider.ts';
import { readSessions, watch, watchSessions } from '../lib/log/reader.ts';
import { changeRules, keyOfRules, readRules } from '../lib/log/rules.ts';
import type { By } from '../lib/log/trail.ts';
import type { Session } from '../lib/model.ts';
import type { ReadPolicy } from '../lib/policy/policy.ts';
import { nextTurn } from '../lib/profile/holding.ts';
import { followRoom, type LiveRoom } from '../lib/view/live.ts';
import { openReplay, type Replay } from '../lib/view/replay.ts';
import { usePreferences } from './frame/use-preferences.ts';

export const LogContext = createContext<Database | null>(null);

/** The log of this page; the entry point provides it. */
export function useLog(): Database {
  const db = useContext(LogContext);
  if (!db) throw new Error('No log: wrap the page in LogContext.');
  return db;
}

/** What a query gives now and after every change of what it read; undefined until the first answer. */
export function useWatch<T>(
  query: (db: Database) => Promise<T>,
  isSame: (before: T, after: T) => boolean = Object.is,
): { value: T | undefined; error: unknown } {
  const db = useLog();
  const [answer, setAnswer] = useState<{ value: T | undefined; error: unknown }>({
    value: undefined,
    error: null,
  });
  useEffect(
    () =>
      watch(
        () => query(db),
        (value) =>
          setAnswer((before) =>
            before.error === null && before.value !== undefined && isSame(before.value, value)
              ? before
              : { value, error: null },
          ),
        (error) => setAnswer((before) => ({ ...before, error })),
      ),
    [db, query, isSame],
  );
  return answer;
}

/** All sessions, newest first; undefined until they are read. */
export const useSessions = (): { value: Session[] | undefined; error: unknown } => useWatch(readSessions);

/** Every append changes a session's counters; who does not show them need not draw for that (ms). */
const counterLag = 1000;

const isSameSession = (a: Session, b: Session | undefined): boolean =>
  a.id === b?.id &&
  a.title === b.title &&
  a.roomId === b.roomId &&
  a.tabId === b.tabId &&
  a.endedAt === b.endedAt &&
  b.lastAt - a.lastAt < counterLag;

const isSameList = (before: Session[], after: Session[]): boolean =>
  before.length === after.length && before.every((session, i) => isSameSession(session, after[i]));

/** They are read again at most so often (ms). */
const sessionsLag = 300;

/** All sessions, newest first, whose counters and `lastAt` may be a second old. */
export function useCalmSessions(): { value: Session[] | undefined; error: unknown } {
  const db = useLog();
  const [answer, setAnswer] = useState<{ value: Session[] | undefined; error: unknown }>({
    value: undefined,
    error: null,
  });
  useEffect(
    () =>
      watchSessions(
        db,
        sessionsLag,
        (value) =>
          setAnswer((before) =>
            before.error === null && before.value && isSameList(before.value, value)
              ? before
              : { value, error: null },
          ),
        (error) => setAnswer((before) => ({ ...before, error })),
      ),
    [db],
  );
  return answer;
}

/** Who acts on this page, as they call themselves, for the trail. */
export function useBy(): (why?: string) => By {
  const [{ name }] = usePreferences();
  return useCallback((why) => ({ who: name, at: Date.now(), ...(why && { why }) }), [name]);
}

/** Changes the rules, and may say why; every open page sees it at once. */
export type ChangeRules = (change: (rules: RuleSettings) => RuleSettings, why?: string) => Promise<void>;

/** The way to change the rule settings. */
export function useChangeRules(): ChangeRules {
  const db = useLog();
  const by = useBy();
  return useCallback((change, why) => changeRules(db, change, by(why)), [db, by]);
}

/** The rule settings, and the way to change them. */
export function useRules(): [RuleSettings, ChangeRules, isRead: boolean] {
  const { value } = useWatch(readRules);
  return [value ?? emptySettings, useChangeRules(), value !== undefined];
}

const isSameJson = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

type Turning = Parameters<typeof nextTurn>[0];
const readTurning = async (db: Database): Promise<Turning> => {
  const { profiles, switched, product } = await readRules(db);
  return { ...(profiles && { profiles }), ...(switched && { switched }), product };
};

/** What decides which profiles hold, undefined until it is read, and a moment after which the clock alone has not changed that (ms epoch): another when it has. */
export function useTurning(): { settings: Turning | undefined; turn: number } {
  const { value: settings } = useWatch(readTurning, isSameJson);
  const [turn, setTurn] = useState(Date.now);
  useEffect(() => {
    const next = settings ? nextTurn(settings, turn) : null;
    if (next === null) return;
    const look = () => {
      if (Date.now() >= next) setTurn(Date.now());
    };
    look();
    // a machine that slept is late: it looks at the clock again and again
    const timer = setInterval(look, lookAgain);
    return () => clearInterval(timer);
  }, [settings, turn]);
  return { settings, turn };
}
/** How late a profile may come or go (ms). */
const lookAgain = 1000;

const isSameRules = (before: RuleSettings, after: RuleSettings): boolean =>
  keyOfRules(before) === keyOfRules(after);

/** The rules that hold everywhere now, with the word lists that are on; undefined until they are read. */
export function useHoldingRules(): RuleSettings | undefined {
  const db = useLog();
  const reader = useMemo(() => createRuleReader(db), [db]);
  const { turn } = useTurning();
  const read = useCallback(() => reader(), [reader, turn]);
  return useWatch(read, isSameRules).value;
}

const unmanaged: ReadPolicy = { policy: null, bad: [] };

/** What the company of this browser has set, and what of it was ignored. */
export const useManaged = (): ReadPolicy => useWatch(readManaged, isSameJson).value ?? unmanaged;

/** The model provider, undefined until it is read and null without one, and the way to set or forget it. */
export function useProvider(): [Provider | null | undefined, (provider: Provider | null) => Promise<void>] {
  const db = useLog();
  const { value } = useWatch(readProvider, isSameJson);
  return [value, useCallback((provider) => saveProvider(db, provider), [db])];
}

/** Something that is opened, listened to and stopped: a live room or a replay. */
interface Source<View> {
  view(): View;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

const silent = () => () => {};

/** The room of a session, following the log; null until it is opened. It is not drawn from here: see `Live`. */
export function useRoom(session: string | null): LiveRoom | null {
  const db = useLog();
  const [opened, setOpened] = useState<{ session: string; room: LiveRoom } | null>(null);
  useEffect(() => {
    if (!session) return;
    const room = followRoom(db, session);
    setOpened({ session, room });
    return () => room.stop();
  }, [db, session]);
  // one room's questions must never be shown, let alone logged, under another
  return opened?.session === session ? opened.room : null;
}

/** One thing about a view; draws again only when that changes. */
export function useOf<View, T>(source: Source<View> | null, read: (view: View) => T): T | null {
  return useSyncExternalStore(source?.subscribe ?? silent, () => (source ? read(source.view()) : null));
}

/** A session played back, opened before the event of seq `at`; null until it is opened. It is not drawn from here. */
export function useReplay(session: string, at: number | null = null): Replay | null {
  const db = useLog();
  const [replay, setReplay] = useState<Replay | null>(null);
  useEffect(() => {
    let opened: Replay | null = null;
    let isGone = false;
    openReplay(db, session, { now: () => performance.now(), at }).then(
      (made) => {
        if (isGone) return made.stop();
        opened = made;
        setReplay(made);
      },
      (error: unknown) => {
        // into the error boundary: nothing here could show it
        setReplay(() => {
          throw error;
        });
      },
    );
    return () => {
      isGone = true;
      opened?.stop();
      setReplay(null);
    };
    // where it is opened is asked once: another place is a seek
  }, [db, session]);
  return replay;
}
