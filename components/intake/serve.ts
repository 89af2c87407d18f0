import { mergeList } from '../../lib/lists/merge-list.ts';
import { readList, readListText } from '../../lib/lists/read-list.ts';
import type { Net } from '../../lib/lists/subscription-fetch.ts';
import type { ListContent } from '../../lib/lists/word-list.ts';
import { writeList } from '../../lib/lists/write-list.ts';
import type { Database } from '../../lib/log/database.ts';
import { readContent, saveList } from '../../lib/log/lists.ts';
import { subscribe } from '../../lib/log/subscriptions.ts';
import { rulesAfter, rulesNow } from './proposals.ts';
import type { Reading } from './read-apart.ts';
import { createReplay } from './replay.ts';
import { type Asked, replayedSessions, type TaskName, type Tasks, type Told } from './tasks.ts';
import { updateLists } from './update.ts';

const net: Net = { fetch: (url, init) => fetch(url, init), patience: 30_000 };
const nothing: ListContent = { terms: [], allow: [] };

/** What was read last: the list it is for, as that was then, and what it comes to. */
interface LastRead {
  list: string | null;
  hash: string | undefined;
  content: ListContent;
}

interface World {
  tell(told: Told): void;
  /** gives what there is to judge again */
  read(sessions: number): Reading;
}

/** Whoever does not import at once (ms) is likely to ask what that would flag; learning keeps an import waiting. */
const pause = 250;

/** Does what pages ask of the worker. */
export function serveIntake(db: Database, { tell, read }: World): (asked: Asked) => Promise<void> {
  let last: LastRead | null = null;
  const { replay, ahead, learn } = createReplay(read);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const doers: {
    [Name in TaskName]: (
      given: Tasks[Name]['given'],
      onShare: (share: number) => void,
    ) => Promise<Tasks[Name]['gives']>;
  } = {
    async read({ from, list, level, way }) {
      const made =
        typeof from === 'string'
          ? readListText(from, level)
          : await readList(new Uint8Array(await from.arrayBuffer()), level);
      if (!made.ok) return made;
      const head = list === null ? undefined : await db.lists.get(list);
      const before = (head && (await readContent(db, head.hash))) ?? nothing;
      const { header, faults, faulty, repeated } = made.list;
      const { content, counts, rows } = mergeList(before, made.list.content, way);
      last = { list, hash: head?.hash, content };
      ahead(replayedSessions);
      timer = setTimeout(learnAhead, pause);
      return { ok: true, preview: { header, faults, faulty, repeated, counts, rows } };
    },
    async take({ id, name, group, who, why }) {
      const read = last;
      if (!read) return null;
      if (read.list !== null && (await db.lists.get(read.list))?.hash !== read.hash) return null;
      return saveList(db, { id, name, group }, read.content, Date.now(), { who, why });
    },
    async write({ list, format }) {
      const head = await db.lists.get(list);
      const content = head && (await readContent(db, head.hash));
      return content ? { name: head.name, file: writeList(head.name, content, format) } : null;
    },
    async whatIf({ proposal, sessions }, onShare) {
      const begun = performance.now();
      const pair = async () => {
        const stands = await rulesNow(db);
        return [[stands, await rulesAfter(db, stands, proposal, last)]] as const;
      };
      const [outcome] = await replay(pair(), sessions, onShare);
      return { ...outcome!, ms: performance.now() - begun };
    },
    subscribe: ({ url, name, group, key, who }) =>
      subscribe(db, { url, name, group, ...(key && { key }) }, net, Date.now(), { who, why: url }),
    async update(given) {
      await updateLists(db, net, given, replay);
      return null;
    },
  };
  /** While a person looks at what would change. */
  async function learnAhead(): Promise<void> {
    const isStill = last;
    const after = await rulesAfter(db, await rulesNow(db), { kind: 'read' }, last);
    if (last === isStill) learn(after);
  }
  return async ({ id, task, given }) => {
    clearTimeout(timer);
    try {
      const doer = doers[task] as (given: unknown, onShare: (share: number) => void) => Promise<never>;
      tell({ id, gives: await doer(given, (share) => tell({ id, share })) });
    } catch (error) {
      tell({ id, failed: String(error) });
    }
  };
}
