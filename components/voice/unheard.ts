import type { Text } from '../../lib/i18n/zh-cn.ts';

/** Why a sentence was not understood: by the recogniser's failure, with the next step, or our own word for it. */
export function unheardWords({ voice, assist }: Pick<Text, 'voice' | 'assist'>, why: string): string {
  const failure = Object.hasOwn(assist.failures, why)
    ? assist.failures[why as keyof typeof assist.failures]
    : null;
  return failure ? `${failure.what} · ${failure.next}` : (voice.troubles[why] ?? why);
}
