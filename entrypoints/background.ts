import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { notify, openByNotification } from '../components/lookout/notify.ts';
import { openOffscreen } from '../components/lookout/offscreen-page.ts';
import { followPolicy } from '../components/policy/follow-policy.ts';
import { openPanelByIcon } from '../components/voice/tab-sound.ts';
import { compileRules, prepareRules } from '../lib/compliance/index.ts';
import { veilBatch } from '../lib/keep/veil.ts';
import type { Batch } from '../lib/log/append.ts';
import { createTelling } from '../lib/log/appended.ts';
import { openDatabase } from '../lib/log/database.ts';
import { createCheckers } from '../lib/log/judging.ts';
import { hasLeft, takeLeft } from '../lib/log/left.ts';
import { sessionLedBy } from '../lib/log/reader.ts';
import { logTrouble } from '../lib/log/trouble.ts';
import { createWriter } from '../lib/log/writer.ts';
import { type Request, type Sender, send, serve } from '../lib/messages.ts';
import { ActEvent, PageEvent } from '../lib/model.ts';

const done = { ok: true } as const;
type Held = { tab: number; frame: number; session: string };

/** A blocked database answers never (ms). A write that comes through later is harmless: see `Writer.append`. */
const patience = 5000;
/** A tab that does not say within this time that it is there is frozen or gone (ms). */
const liveliness = 2000;
/** Joining or deleting hundreds of thousands of events takes its time (ms). */
const longPatience = 120_000;

/** The one writer of the log. It keeps nothing that it could not read again: the worker may die at any moment. */
export default defineBackground({
  type: 'module',
  main() {
    const db = openDatabase();
    const writer = createWriter(db, {
      now: Date.now,
      newId: () => crypto.randomUUID(),
      tell: createTelling(db),
    });
    const checker = createCheckers(db, { compileRules, prepareRules });

    /** Runs a write; what goes wrong, or takes too long, is named in the answer and shown by open panels. */
    async function written<T>(write: () => Promise<T>, limit = patience) {
      try {
        return await within(limit, write());
      } catch (error) {
        const reason = logTrouble(error);
        await browser.storage.session.set({ trouble: { reason, at: Date.now() } });
        return { ok: false as const, reason };
      }
    }

    /** Asks the tab that holds a room; one that went elsewhere, or is frozen, lets go of it. */
    async function stillFeeds({ tab, frame, session }: Held): Promise<boolean> {
      const answer = send('bg-cs:alive', { session }, tab, frame);
      return within(liveliness, answer).then(
        ({ alive }) => alive,
        () => false,
      );
    }

    /** No viewer's id comes past here in clear. */
    const append = async (batch: Batch) => writer.append(await veilBatch(db, batch));
    const recover = () => takeLeft(browser.storage.local, append);

    async function attach(request: Request<'cs-bg:attach'>, { tab, frameId }: Sender) {
      const asking = { ...request, tab: tab!.id!, frame: frameId };
      // before it is told what is stored
      await recover();
      const first = await writer.attach(asking);
      if (first.ok || (await stillFeeds(first))) return first;
      await writer.release(first.tab);
      return writer.attach(asking);
    }

    serve({
      'cs-bg:open-panel': (_, sender) => {
        // must run before any await: Chrome drops the user gesture
        const opened = browser.sidePanel.open({ tabId: sender.tab!.id! });
        return opened.then(() => ({}));
      },
      'cs-bg:attach': (request, sender) => {
        // without it the room is kept all the same
        openOffscreen().catch(() => {});
        return written(() => attach(request, sender));
      },
      'look-bg:alarm': async (alarm) => {
        await notify(alarm);
        return {};
      },
      'cs-bg:append': (batch, sender) =>
        written(() =>
          append({
            ...batch,
            from: 'page',
            tab: sender.tab!.id!,
            frame: sender.frameId,
            events: batch.events.map((e) => PageEvent.safeParse(e).data ?? null),
          }),
        ),
      'cs-bg:check': async ({ text }, sender) => {
        const session = await sessionLedBy(db, sender.tab!.id!);
        const place = session && { platform: session.platform, room: session.roomId };
        const rules = await checker({ place });
        return { findings: rules.check(text, { channel: 'public_reply', ...place }), rules: rules.version };
      },
      'ui-bg:append': (batch) =>
        written(() =>
          writer.append({ ...batch, from: 'panel', events: batch.events.map((e) => ActEvent.parse(e)) }),
        ),
      'ui-bg:end': ({ session }) =>
        written(async () => {
          await writer.close(session);
          await writer.settle(session);
          return done;
        }, longPatience),
      'ui-bg:delete': ({ session, who }) =>
        written(async () => {
          await writer.remove(session, who);
          return done;
        }, longPatience),
    });

    /** What was left unsettled by a worker that died, or by a version that did not pack pages. */
    async function settleRest() {
      const found = await written(() => writer.findRestless());
      if (Array.isArray(found))
        for (const session of found) await written(() => writer.settle(session), longPatience);
    }
    void settleRest();

    const letGo = (tab?: number) =>
      written(async () => {
        await recover();
        for (const session of await writer.release(tab)) await writer.settle(session);
        return done;
      }, longPatience);
    // a page that goes may leave them after the next one has asked
    browser.storage.local.onChanged.addListener((changes) => {
      if (hasLeft(changes)) void written(recover, longPatience);
    });
    browser.tabs.onRemoved.addListener((tab) => void letGo(tab));
    // tab ids of an earlier run mean nothing now
    browser.runtime.onStartup.addListener(() => void letGo());
    openPanelByIcon();
    openByNotification();
    followPolicy(db);
  },
});

/** The outcome of `task`, or an error after `ms`. */
function within<T>(ms: number, task: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error(`No answer within ${ms} ms.`)), ms);
  });
  return Promise.race([task, late]);
}
