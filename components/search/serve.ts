import type { Database } from '../../lib/log/database.ts';
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

/** A turn of the event loop, in which a newer question can arrive; without the pause of a timer. */
function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
