import type { Database } from '../../lib/log/database.ts';
import { breathe } from '../../lib/search/breathe.ts';
import { createLetters } from '../../lib/search/letters.ts';
import { parseQuery } from '../../lib/search/query.ts';
import { createSearch } from '../../lib/search/search.ts';
import type { Asked, Told } from './line.ts';

/** Answers what is asked on a line, in the worker; a newer question ends the one before. */
export function serveSearch(db: Database, tell: (told: Told) => void): (asked: Asked) => void {
  const search = createSearch(db, createLetters(), { breathe, now: () => performance.now() });
  let newest = 0;
  const fail = (error: unknown) => tell({ id: newest, failed: String(error) });
  search.warm((done, all) => tell({ read: all === 0 ? 1 : done / all })).catch(fail);

  return ({ id, typed, limit, names }) => {
    newest = id;
    const began = performance.now();
    const query = parseQuery(typed, names, Date.now());
    search
      .find(query, {
        limit,
        isStale: () => id !== newest,
        onFound: (found) => tell({ id, found, unread: query.unread, ms: performance.now() - began }),
      })
      .catch(fail);
  };
}
