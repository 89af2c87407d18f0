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

/**
 * Stores what pages left behind: a message of a page that is gone may be lost while the worker wakes. Offsets make
 * it happen once, whether the message came through or not. Rejects, and keeps what is left, when the log does.
 */
export async function takeLeft(storage: Storage, append: Writer['append']): Promise<void> {
  const keys = Object.entries(await storage.get()).filter(([key]) => key.startsWith(leftPrefix));
  for (const [key, value] of keys) {
    const left = Left.safeParse(value).data;
    for (let i = 0; left && i < left.events.length; i += limits.batch)
      await append({
        session: left.session,
        stream: left.stream,
        from: 'page',
        offset: left.offset + i,
        events: left.events
          .slice(i, i + limits.batch)
          .map((event) => PageEvent.safeParse(event).data ?? null),
      });
    await storage.remove([key]);
  }
}
