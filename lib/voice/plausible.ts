/** Fastest speech, with some room: hosts reach eight syllables a second. */
const perSecond = 14;
const always = 12;
/** The same few words so often in a row are a recogniser's loop. */
const loop = /^(.{1,12}?)\1{4,}$/u;
/** SenseVoice's own marks, and marks for sounds that are no words. */
const marks =
  /<\|[^|>]{0,40}\|>|[[（(【][^\])）】]{0,12}(?:音乐|掌声|笑|噪音|静音|music|applause|laughter|noise|silence)[^\])）】]{0,12}[\])）】]|\p{Extended_Pictographic}/giu;

/**
 * What a recogniser wrote, as the words that can have been said in so many ms: '' when there are none, null when it
 * cannot be what was said: far too much, or a loop.
 */
export function plausible(written: string, ms: number): string | null {
  if (written.length > 20_000) return null;
  const text = written.replace(marks, '').replace(/\s+/g, ' ').trim();
  const letters = text.replace(/[\s\p{P}]/gu, '');
  if (letters === '') return '';
  // Latin words have more letters than Chinese ones for the same time
  const weight = [...letters].reduce((sum, one) => sum + (/[a-z0-9]/i.test(one) ? 0.4 : 1), 0);
  if (weight > always + (perSecond * ms) / 1000) return null;
  return loop.test(letters) && [...letters].length > 8 ? null : text;
}
