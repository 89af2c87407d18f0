import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { derive, type Lesson } from '../lib/capture/teach/derive.ts';
import { pick } from '../lib/capture/teach/picker.ts';
import { type Bone, skeletonOf } from '../lib/capture/teach/skeleton.ts';
import type { Language } from '../lib/i18n/language.ts';
import { teachTextIn } from '../lib/i18n/teach.ts';

/** What is needed beside a page once in a while; loaded when it is asked for, to keep what runs always small. */
export interface Tools {
  /** null: cancelled; 'unlike': nothing on the page is like what was pointed at */
  teach(language: Language): Promise<Lesson | 'unlike' | null>;
  skeleton(root: Element): Bone;
}

declare global {
  /** in the content scripts' own world, where no page sees it */
  var liveCopilotTools: Tools | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.liveCopilotTools = {
    async teach(language) {
      const picked = await pick(document, teachTextIn(language));
      return picked && (derive(document, picked, Date.now()) ?? 'unlike');
    },
    skeleton: skeletonOf,
  };
});
