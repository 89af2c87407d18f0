import { toFile } from 'openai';
import { clientOf, type World } from './client.ts';
import type { Failure } from './failure.ts';
import type { Transcriber } from './transcribers.ts';

/** A sentence is wanted in a second or two; after so long it is given up (ms). */
const usualPatience = 8000;

/** Has a sentence recognised, or says why not. */
export type Transcribe = (
  wav: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
) => Promise<{ ok: true; text: string } | { ok: false; failure: Failure }>;

/**
 * The way to a transcription endpoint of OpenAI's form: one file of sound for each call, its text back. `patience` is in
 * ms.
 */
export function transcriberOf(provider: Transcriber, world: World, patience = usualPatience): Transcribe {
  const { client, isAllowed, nameOf } = clientOf(provider, world);
  return async (wav, signal) => {
    if (!(await isAllowed())) return { ok: false, failure: { kind: 'no-permission' } };
    const late = AbortSignal.timeout(patience);
    try {
      const answer: unknown = await client.audio.transcriptions.create(
        {
          file: await toFile(wav, 'speech.wav', { type: 'audio/wav' }),
          model: provider.model,
          ...(provider.language && { language: provider.language }),
        },
        { signal: AbortSignal.any([signal, late]), timeout: patience },
      );
      const text = (answer as { text?: unknown } | null)?.text;
      if (typeof text !== 'string') return { ok: false, failure: { kind: 'malformed' } };
      return { ok: true, text };
    } catch (error) {
      if (signal.aborted) return { ok: false, failure: { kind: 'aborted' } };
      if (late.aborted) return { ok: false, failure: { kind: 'stalled', retryAt: world.now() } };
      return { ok: false, failure: nameOf(error) };
    }
  };
}
