import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageKeyOf } from '../lib/capture/taught.ts';
import { derive } from '../lib/capture/teach/derive.ts';
import { pick } from '../lib/capture/teach/picker.ts';
import { skeletonOf } from '../lib/capture/teach/skeleton.ts';
import type { Language } from '../lib/i18n/language.ts';
import { teachTextIn } from '../lib/i18n/teach.ts';
import type { Response } from '../lib/messages.ts';

/** What is needed beside a page once in a while; loaded when it is asked for, to keep what runs always small. */
interface Tools {
  teach(language: Language): Promise<Response<'ui-cs:teach'>>;
  /** the structure of the list, or of the whole page where there is none */
  diagnose(list: Element | null): Response<'ui-cs:diagnose'>;
}

declare global {
  /** in the content scripts' own world, where no page sees it */
  var liveCopilotTools: Tools | undefined;
}

const shown = 12;

export default defineUnlistedScript(() => {
  const page = () => pageKeyOf(new URL(location.href));
  globalThis.liveCopilotTools = {
    async teach(language) {
      const picked = await pick(document, teachTextIn(language));
      if (!picked) return { ok: false, reason: 'cancelled' };
      const lesson = derive(document, picked, Date.now());
      if (!lesson) return { ok: false, reason: 'unlike' };
      const { taught, rows, unread } = lesson;
      const preview = rows.slice(-shown).map(({ nick, text }) => ({ nick, text }));
      return { ok: true, page: page(), taught, rows: preview, found: rows.length, unread };
    },
    diagnose: (list) => ({
      page: page(),
      list: JSON.stringify(skeletonOf(list ?? document.body)),
      isList: list !== null,
    }),
  };
});
