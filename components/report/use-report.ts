import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Database } from '../../lib/log/database.ts';
import { watch } from '../../lib/log/reader.ts';
import type { Session } from '../../lib/model.ts';
import type { Library } from '../../lib/reply/library.ts';
import { mergeInSteps } from '../../lib/report/collect.ts';
import type { Digest } from '../../lib/report/digest.ts';
import { joinDigests, readDigests } from '../../lib/report/kept.ts';
import { type Report, reportInSteps } from '../../lib/report/report.ts';
import { unseenOf } from '../../lib/report/unseen.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useEngine } from '../use-engine.ts';
import { useLog } from '../use-log.ts';
import { useProducts, useScripts, useStarter } from '../use-shop.ts';

/** The least time between two readings of a session that is still worked up (ms). */
const calm = 2000;

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** The digest of a session, anew as more of it is worked up; undefined until the first is read. */
function useDigest(id: string): { digest: Digest | undefined; error: unknown } {
  const db = useLog();
  const [state, setState] = useState<{ digest: Digest | undefined; error: unknown }>({
    digest: undefined,
    error: null,
  });
  useEffect(() => {
    let isGone = false;
    let isReading = false;
    let isStale = false;
    async function read(): Promise<void> {
      if (isReading) {
        isStale = true;
        return;
      }
      isReading = true;
      try {
        do {
          isStale = false;
          const digest = await collect(db, id);
          if (isGone) return;
          setState({ digest, error: null });
          await new Promise((done) => setTimeout(done, calm));
        } while (isStale && !isGone);
      } catch (error) {
        if (!isGone) setState((before) => ({ ...before, error }));
      } finally {
        isReading = false;
      }
    }
    const unwatch = watch(
      () => db.digests.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).count(),
      () => void read(),
      (error) => setState((before) => ({ ...before, error })),
    );
    return () => {
      isGone = true;
      unwatch();
    };
  }, [db, id]);
  return state;
}

/** Reads the digests of a session and merges them without holding up the page. */
export const collect = async (db: Database, id: string): Promise<Digest> => {
  const digests = await readDigests(db, id);
  const merged = await mergeInSteps(digests, breathe);
  // the report is there; that the next one comes sooner may fail
  joinDigests(db, id, digests, merged).catch(() => {});
  return merged;
};

/** What a report is held against: the scripts and products of now; null until they are there. */
function useShelves(): Shelves | null {
  const engine = useEngine();
  const [scripts] = useScripts();
  const [products] = useProducts();
  const [starter] = useStarter();
  const [shelves, setShelves] = useState<Shelves | null>(null);
  useEffect(() => {
    if (!engine || !scripts || !products) return;
    let isGone = false;
    const rest = async () => {
      await breathe();
      if (isGone) throw new Error('Nobody waits for this library any more.');
    };
    // not in the task in which the page drew
    rest()
      .then(() => engine.createLibraryInSlices([...scripts, ...engine.starterIn(starter)], products, rest))
      .then(
        (library) => isGone || setShelves({ library, products }),
        (error: unknown) => {
          if (isGone) return;
          setShelves(() => {
            throw error;
          });
        },
      );
    return () => {
      isGone = true;
    };
  }, [engine, scripts, products, starter]);
  return shelves;
}

interface Shelves {
  library: Library;
  products: readonly ShopProduct[];
}

/** The report of a session; null until it can be made. */
export function useReport(session: Session): { report: Report | null; error: unknown } {
  const { digest, error } = useDigest(session.id);
  const shelves = useShelves();
  const [made, setMade] = useState<{ turn: number; digest: Digest; report: Report } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useRef(0);
  // each comment of another room brings all sessions as new objects
  const of = useRef(session);
  of.current = session;
  useEffect(() => {
    if (!digest || !shelves) return;
    // an earlier one may be ready later
    const turn = ++asked.current;
    breathe()
      .then(() => reportInSteps([digest, of.current, shelves.library, shelves.products], breathe))
      .then((report) => {
        setMade((before) => (before && before.turn > turn ? before : { turn, digest, report }));
        setFailure(null);
      }, setFailure);
  }, [digest, shelves]);
  const { title, events, rejected } = session;
  const report = useMemo(
    () => made && { ...made.report, title, unseen: unseenOf(made.digest, { events, rejected }) },
    [made, title, events, rejected],
  );
  return { report, error: error ?? failure };
}

/** Makes reports of several sessions, one after the other. */
export function useReports(sessions: readonly Session[]): {
  reports: readonly Report[];
  done: number;
  error: unknown;
} {
  const db = useLog();
  const shelves = useShelves();
  const [made, setMade] = useState<ReadonlyMap<string, Report>>(new Map());
  const [error, setError] = useState<unknown>(null);
  const make = useCallback(
    async (session: Session) =>
      shelves &&
      reportInSteps([await collect(db, session.id), session, shelves.library, shelves.products], breathe),
    [db, shelves],
  );
  const ids = sessions.map(({ id, events }) => `${id} ${events}`).join('\n');
  useEffect(() => {
    let isGone = false;
    const all = async () => {
      for (const session of sessions) {
        const report = await make(session);
        if (isGone || !report) return;
        setMade((before) => new Map(before).set(session.id, report));
      }
    };
    all().catch((reason: unknown) => isGone || setError(reason));
    return () => {
      isGone = true;
    };
  }, [ids, make]);
  const reports = sessions.flatMap(({ id }) => made.get(id) ?? []);
  return { reports, done: reports.length, error };
}
