import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Capture, type CaptureOptions, startCapture } from '../lib/capture/capture.ts';
import { fillBox, frameRest } from '../lib/capture/composer.ts';
import { watchDraft } from '../lib/capture/draft.ts';
import { createDraftLine } from '../lib/capture/draft-line.ts';
import { pageToRead } from '../lib/capture/frames.ts';
import type { Env } from '../lib/capture/link.ts';
import { drawOpenButton } from '../lib/capture/open-button.ts';
import { createSeen } from '../lib/capture/seen.ts';
import { createSequence } from '../lib/capture/sequence.ts';
import { pageKeyOf, type TaughtPages, taughtKey, taughtReader } from '../lib/capture/taught.ts';
import { preferredLanguage } from '../lib/i18n/language.ts';
import { pageTextIn } from '../lib/i18n/page.ts';
import { limits } from '../lib/limits.ts';
import type { Request } from '../lib/messages.ts';
import type { PlatformPage, RowReader } from '../lib/platforms/platform.ts';
import { matchPatterns, tapFor } from '../lib/platforms/taps.ts';
import { answer, post } from '../lib/post.ts';

/** Beside the console's page: hears the tap, watches the list, fills the box. Starts before the page does. */
export default defineContentScript({
  matches: matchPatterns,
  runAt: 'document_start',
  allFrames: true,
  main(ctx) {
    const tap = tapFor(window);
    if (!tap) return;
    const known = { sequence: createSequence(), seen: createSeen() };
    let at: { page: PlatformPage; key: string; capture: Capture; leave(): void } | null = null;
    let taught: readonly RowReader[] = [];

    function go(url: URL): void {
      const page = pageToRead(url, window);
      const key = page && `${url.host}${url.pathname} ${page.roomId(url) ?? ''}`;
      if ((at?.key ?? null) === key) return;
      at?.leave();
      taught = [];
      at = page && { page, key: key ?? '', ...enter(ctx, { page, url, known, taught: () => taught }) };
      if (page) recallTaught(url).catch(() => {});
    }

    /** What was taught for this page, if anything; a look at the storage takes a moment. */
    async function recallTaught(url: URL): Promise<void> {
      const { [taughtKey]: stored } = await browser.storage.local.get<{ taught?: TaughtPages }>(taughtKey);
      const lesson = stored?.[pageKeyOf(url)];
      if (!lesson && taught.length === 0) return;
      taught = lesson ? [taughtReader(lesson)] : [];
      at?.capture.relook();
    }
    const onStored = (changes: Record<string, unknown>) => {
      if (at && taughtKey in changes) recallTaught(new URL(location.href)).catch(() => {});
    };
    browser.storage.local.onChanged.addListener(onStored);

    go(new URL(location.href));
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => go(newUrl));
    // a shell puts its frame in and takes it out without a change of address
    if (tap.framed) ctx.setInterval(() => go(new URL(location.href)), 500);

    const unanswer = answer({
      'ui-cs:fill': {
        accepts: (payload): payload is Request<'ui-cs:fill'> => isShortText(payload, 'text', limits.text),
        answer: ({ text }) =>
          fillBox(at?.page.composer(document) ?? null, text, at?.page.composerLimit ?? 0, frameRest),
      },
      'bg-cs:alive': {
        accepts: (payload): payload is Request<'bg-cs:alive'> => isShortText(payload, 'session', 64),
        answer: ({ session }) => ({ alive: at?.capture.session() === session }),
      },
      'ui-cs:teach': {
        accepts: (payload): payload is Request<'ui-cs:teach'> => isShortText(payload, 'language', 10),
        answer: async ({ language }) =>
          at ? (await loadTools()).teach(language) : { ok: false, reason: 'no-page' },
      },
      'ui-cs:diagnose': {
        accepts: (payload): payload is Request<'ui-cs:diagnose'> => typeof payload === 'object',
        answer: async () => (await loadTools()).diagnose(at?.page.rows?.list(document) ?? null),
      },
    });
    ctx.onInvalidated(() => {
      unanswer();
      browser.storage.local.onChanged.removeListener(onStored);
      at?.leave();
    });
  },
});

/** Starts all that runs while one console is open. */
function enter(
  ctx: ContentScriptContext,
  { page, url, known, taught }: Pick<CaptureOptions, 'page' | 'url' | 'known' | 'taught'>,
) {
  const text = pageTextIn(preferredLanguage(navigator.languages));
  const stopping = new AbortController();
  const env: Env = {
    now: Date.now,
    after: (ms, task) => void ctx.setTimeout(task, ms),
    newId: () => crypto.randomUUID(),
    post: async (name, payload) => {
      // an extension that was reloaded leaves this script behind
      if (ctx.isInvalid) throw new Error('The extension is gone.');
      return post(name, payload);
    },
    isHidden: () => document.hidden,
    keep: (batch) => void browser.storage.local.set({ [`left:${batch.stream}`]: batch }).catch(() => {}),
  };
  const capture = startCapture({ page, url, document, known, taught, env });

  const line = createDraftLine(document, text);
  const draft = watchDraft({
    document,
    composer: () => page.composer(document),
    check: (typed) => env.post('cs-bg:check', { text: typed }),
    after: env.after,
    onDraft: ({ text: typed, findings, rules, box }) => {
      line.show(box, findings);
      const now = Date.now();
      capture.push([{ kind: 'draft', at: now, seenAt: now, text: typed, findings, rules }]);
    },
  });
  // sent in the click's own task: Chrome drops the gesture at the first await
  const removeButton = drawOpenButton(
    document,
    text,
    () => void env.post('cs-bg:open-panel', {}).catch(() => {}),
  );

  const interval = ctx.setInterval(() => {
    capture.tick();
    draft.look();
    line.follow();
  }, 500);
  const flush = () => capture.flush();
  window.addEventListener('pagehide', () => capture.farewell(), { signal: stopping.signal });
  document.addEventListener('visibilitychange', flush, { signal: stopping.signal });

  return {
    capture,
    leave() {
      stopping.abort();
      clearInterval(interval);
      draft.stop();
      line.remove();
      removeButton();
      capture.stop();
    },
  };
}

// the build's list of its own files knows pages only
const toolsUrl = () => (browser.runtime.getURL as (path: string) => string)('/tools.js');

/** Loads what is needed once in a while, into this world and not the page's. */
async function loadTools() {
  if (!globalThis.liveCopilotTools) await import(/* @vite-ignore */ toolsUrl());
  return globalThis.liveCopilotTools!;
}

const isShortText = (payload: unknown, name: string, limit: number): boolean => {
  const value = (payload as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' && value.length <= limit;
};
