import { useCallback } from 'react';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import { readTranscriber, saveTranscriber } from '../../lib/log/transcriber.ts';
import { useLog, useWatch } from '../use-log.ts';

/** Who recognises the host: undefined until read, null without one; and the way to set or forget them. */
export function useTranscriber(): [
  Transcriber | null | undefined,
  (transcriber: Transcriber | null) => Promise<void>,
] {
  const db = useLog();
  const { value } = useWatch(readTranscriber);
  return [value, useCallback((one) => saveTranscriber(db, one), [db])];
}
