import type { Failure } from './failure.ts';

/** What is known of a call that failed. */
export interface Trouble {
  /** HTTP status; absent when no answer came */
  status?: number | undefined;
  message: string;
  headers?: Pick<Headers, 'get'> | undefined;
}

interface Circumstances {
  now: number;
  isLocal: boolean;
  isOnline: boolean;
  /** must not stand in what is shown */
  key: string;
}

/** How long to leave a provider alone that does not say (ms), and the longest it may ask for. */
const pause = { usual: 15_000, longest: 10 * 60_000 };

/** Names what went wrong, so that the next step can be said. Pure. */
export function classify(trouble: Trouble, { now, isLocal, isOnline, key }: Circumstances): Failure {
  const { status, headers } = trouble;
  const message = key === '' ? trouble.message : trouble.message.replaceAll(key, '…');
  const detail = message
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/\p{Cs}/gu, '');
  const retryAt = now + pauseOf(headers, now);
  if (status === undefined) return { kind: isOnline ? 'unreachable' : 'offline', retryAt, detail };
  if (status === 401) return { kind: 'key', detail };
  if (status === 402) return { kind: 'credit', detail };
  if (status === 403) return { kind: isLocal ? 'local-forbidden' : 'forbidden', detail };
  if (status === 404) return { kind: 'not-found', detail };
  if (status === 429) {
    return /quota|balance|credit|余额|欠费|额度/i.test(message)
      ? { kind: 'credit', detail }
      : { kind: 'busy', retryAt, detail };
  }
  if (status >= 500) return { kind: 'server', retryAt, detail };
  if (/model.{0,40}(?:not|no such|exist|invalid)|模型.{0,20}(?:不存在|无效)/i.test(message))
    return { kind: 'not-found', detail };
  return { kind: 'rejected', retryAt, detail };
}

/** Retry-After in seconds or as a date; at least a second. */
function pauseOf(headers: Trouble['headers'], now: number): number {
  const told = headers?.get('retry-after');
  if (!told) return pause.usual;
  const seconds = Number(told);
  const wait = Number.isNaN(seconds) ? Date.parse(told) - now : seconds * 1000;
  return Number.isNaN(wait) ? pause.usual : Math.min(pause.longest, Math.max(1000, wait));
}
