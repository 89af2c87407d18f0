import { limits, PageEvent } from '../model.ts';
import { z } from '../zod.ts';
import type { Writer } from './writer.ts';

/** Begins the keys under which a page that goes leaves what was not receipted, in `browser.storage.local`. */
const leftPrefix = 'left:';

const Left = z.object({
  session: z.string().min(1).max(64),
  stream: z.string().min(1).max(64),
  offset: z.number().int().min(0),
  events: z.array(z.unknown()).max(60_000),
});

/** What is used of `browser.storage.local`. */
interface Storage {
  get(): Promise<Record<string, unknown>>;
  remove(keys: string[]): Promise<void>;
}

/** Whether a change of the storage brought something that a page left. */
export const hasLeft = (changes: Record<string, { newValue?: unknown }>): boolean =>
  Object.entries(changes).some(([key, { newValue }]) => key.startsWith(leftPrefix) && newValue !== undefined);

/**
 * Stores what pages left behind: a message of a page that is gone may be lost while the worker wakes. Offsets make
 * it happen once, whether the message came through or not. Rejects, and keeps what is left, when the log does.
 */
export async function takeLeft(storage: Storage, append: Writer['append']): Promise<void> {
  const keys = Object.entries(await storage.get()).filter(([key]) => key.startsWith(leftPrefix));
  for (const [key, value] of keys) {
    const left = Left.safeParse(value).data;
    if (left) await store(left, append);
    await storage.remove([key]);
  }
}

async function store({ session, stream, offset, events }: z.infer<typeof Left>, append: Writer['append']) {
  // the stream may have gone over to this session with none of its events stored in it yet
  const stored = await append({ session, stream, from: 'page', offset, events: [] });
  const from = stored.ok ? Math.min(offset, stored.offset) : offset;
  for (let i = 0; i < events.length; i += limits.batch)
    await append({
      session,
      stream,
      from: 'page',
      offset: from + i,
      events: events.slice(i, i + limits.batch).map((event) => PageEvent.safeParse(event).data ?? null),
    });
}
