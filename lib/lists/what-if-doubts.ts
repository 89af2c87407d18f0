import type { Finding } from '../model.ts';

/** Why a finding may be a false one, as far as its text shows. */
export type Doubt =
  | { kind: 'inside-word'; word: string }
  /** somebody asks whether it is so, or says it is not */
  | { kind: 'asked' | 'denied' }
  /** a buyer praises what they have */
  | { kind: 'praise' }
  /** the rules themselves excuse it, in part */
  | { kind: 'exempt'; reason: string }
  /** so many comments have it that it cannot be said of much else */
  | { kind: 'everyday'; word: string; share: number };

const asks = /[吗嘛么?？]\s*$|是不是|有没有|会不会|能不能|是否|怎么|为什么/;
const denies = /(?:不|没|无|非|别|未|勿|不是|没有|不要|不会|不能)$/;
const praises = /好看|好用|好吃|好穿|好喝|喜欢|不错|回购|满意|舒服|质量好|收到|已买|买过|穿着|用着|真香|推荐/;

/** What speaks against a finding; `isViewer` is true for a viewer's own words. */
export function doubtsAbout(text: string, finding: Finding, isViewer: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  const word = finding.evasion ? null : wordAround(text, finding);
  if (word) doubts.push({ kind: 'inside-word', word });
  if (finding.exemption) doubts.push({ kind: 'exempt', reason: finding.reason ?? finding.exemption });
  if (denies.test(text.slice(Math.max(0, finding.start - 2), finding.start))) doubts.push({ kind: 'denied' });
  if (isViewer && asks.test(text)) doubts.push({ kind: 'asked' });
  if (isViewer && praises.test(text)) doubts.push({ kind: 'praise' });
  return doubts;
}

const made: { segmenter?: Intl.Segmenter } = {};

/** The longer word of which a finding is a part, as a dictionary parts the text; null when it stands alone. */
function wordAround(text: string, { start, end }: Finding): string | null {
  made.segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const around = made.segmenter.segment(text).containing(start);
  if (!around?.isWordLike) return null;
  const isPart = around.index + around.segment.length >= end && around.segment.length > end - start;
  return isPart ? around.segment : null;
}
