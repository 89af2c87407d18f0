import { useState } from 'react';
import type { Failure } from '../../lib/llm/failure.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import { sampleRate } from '../../lib/voice/cut.ts';
import { writeWav } from '../../lib/voice/wav.ts';
import { giveBackService } from '../give-back.ts';
import { askToReach, world } from '../reach.ts';
import { useLog } from '../use-log.ts';
import { type Fields, fieldsOf, fieldsOfPreset, type Problem, readFields } from './transcriber-form.ts';
import { useTranscriber } from './use-transcriber.ts';

/** What is under way, or how the last thing went. */
export type Outcome =
  | { kind: 'asking' | 'testing' | 'saved' | 'removed' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'tested'; ms: number };

/** The recogniser's form: fields, and what the buttons do. `stored` is undefined until it is read. */
export function useTranscriberForm() {
  const db = useLog();
  const [stored, save] = useTranscriber();
  const [fields, setFields] = useState<Fields | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const shown = fields ?? fieldsOf(stored ?? null);

  /** Reads the fields and asks for the address: the click's own task must reach `askToReach`. */
  async function allowed(): Promise<Transcriber | null> {
    const read = readFields(shown, stored ?? null, Date.now());
    if (!read.ok) {
      setOutcome({ kind: 'problem', problem: read.problem });
      return null;
    }
    if (read.origin === '') return read.transcriber;
    setOutcome({ kind: 'asking' });
    if (await askToReach(read.origin)) return read.transcriber;
    setOutcome({ kind: 'failed', failure: { kind: 'no-permission' } });
    return null;
  }

  return {
    stored,
    fields: shown,
    outcome,
    change(part: Partial<Fields>) {
      setFields({ ...shown, ...part });
      setOutcome(null);
    },
    choose(preset: Fields['preset']) {
      setFields(fieldsOfPreset(preset));
      setOutcome(null);
    },
    async save() {
      const transcriber = await allowed();
      if (!transcriber) return;
      await save(transcriber);
      await giveBackService(db, stored);
      setFields(null);
      setOutcome({ kind: 'saved' });
    },
    /** Sends a second of silence: the address, the key and the model are then known to be right. */
    async test() {
      const transcriber = await allowed();
      if (!transcriber) return;
      setOutcome({ kind: 'testing' });
      const { transcriberOf } = await import('../assistant.ts');
      const began = performance.now();
      const silence = writeWav(new Float32Array(sampleRate), sampleRate);
      const heard = await transcriberOf(transcriber, world)(silence, new AbortController().signal);
      setOutcome(
        heard.ok
          ? { kind: 'tested', ms: performance.now() - began }
          : { kind: 'failed', failure: heard.failure },
      );
    },
    async remove() {
      await save(null);
      await giveBackService(db, stored);
      setFields(null);
      setOutcome({ kind: 'removed' });
    },
  };
}
