import { formatClock, formatShare } from '../../lib/i18n/format.ts';
import type { ReportText } from '../../lib/i18n/report.ts';
import { enough, type Part, shareOf } from '../../lib/report/statistics.ts';

/** Hours and minutes, 20:15. */
export const formatMinute = (at: number): string => formatClock(at).slice(0, 5);

/** A share as 91%, or why there is none. */
export const shareText = (part: Part, text: ReportText, least: number = enough.share): string => {
  const share = shareOf(part, least);
  return share === null ? text.tooFew : formatShare(share);
};

/** Ms as people say a length of time: 4.2s, 3:05. */
export function formatWait(ms: number): string {
  if (ms < 100_000) return ms < 10_000 ? `${(ms / 1000).toFixed(1)}s` : `${Math.round(ms / 1000)}s`;
  const minutes = Math.floor(ms / 60_000);
  return `${minutes}m${String(Math.round((ms % 60_000) / 1000)).padStart(2, '0')}s`;
}
