import type { Alarm } from './alarm.ts';

/** The emergency plan that fits an alarm, by the id of ours; null where none does. */
export function planFor({ kind, subject }: Pick<Alarm, 'kind' | 'subject'>): string | null {
  switch (kind) {
    case 'stock':
      return subject.startsWith('refill') ? null : 'out-of-stock';
    case 'negative':
      return 'raid';
    case 'complaints':
    case 'word':
      return 'complaints';
    case 'finding':
    case 'minors':
      return 'slip';
    case 'capture':
      return 'network';
    case 'deviation':
      if (subject === 'conversion:down' || subject === 'orders:down') return 'broken-link';
      return subject === 'comments:up' ? 'raid' : subject.endsWith(':down') ? 'network' : null;
    default:
      return null;
  }
}
