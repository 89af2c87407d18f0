import { APIError } from 'openai';
import { clientOf, type World } from './client.ts';
import type { Failure } from './failure.ts';
import { presets } from './presets.ts';
import type { Provider } from './provider.ts';
import type { Message, Piece, Talk } from './talk.ts';

export interface Connection {
  talk: Talk;
  /** names of the models that the provider offers, in its order */
  models(signal: AbortSignal): Promise<{ ok: true; ids: string[] } | { ok: false; failure: Failure }>;
}

/** A reply is wanted in seconds: silence for longer than this ends the call (ms). */
const patience = { first: 15_000, next: 8_000, whole: 40_000, models: 15_000 };
const longestText = 4000;
/** Enough for 50 characters as JSON, and for a little talk around it. */
const tokens = 400;

/** Opens the way to a provider. Nothing is sent before `talk` or `models` is called. */
export function connect(provider: Provider, world: World): Connection {
  const { model, preset } = provider;
  const { bound, quick } = presets[preset];
  const { client, isAllowed, nameOf } = clientOf(provider, world);

  async function* talk(messages: readonly Message[], signal: AbortSignal): AsyncGenerator<Piece> {
    if (!(await isAllowed())) return yield { failure: { kind: 'no-permission' } };
    const watch = createWatch(signal);
    let written = 0;
    const ask = (extra: object) =>
      client.chat.completions.create(
        { model, messages: [...messages], stream: true, [bound]: tokens, ...extra },
        { signal: watch.signal, timeout: patience.first },
      );
    try {
      // some models refuse the switch that others need
      const stream = await ask(quick ?? {}).catch((error) => {
        if (quick && error instanceof APIError && (error.status === 400 || error.status === 422))
          return ask({});
        throw error;
      });
      for await (const chunk of stream) {
        watch.heard();
        const choice = chunk.choices?.[0];
        const text: unknown = choice?.delta?.content;
        if (typeof text === 'string' && text !== '') {
          written += text.length;
          if (written > longestText) return yield { failure: { kind: 'too-long' } };
          yield { text };
        }
        if (choice?.finish_reason === 'length') return yield { failure: { kind: 'cut-off' } };
        if (choice?.finish_reason === 'content_filter') return yield { failure: { kind: 'rejected' } };
      }
      if (signal.aborted) return;
      if (watch.isStalled()) yield { failure: { kind: 'stalled', retryAt: world.now() + patience.next } };
      else if (written === 0) yield { failure: { kind: 'malformed' } };
    } catch (error) {
      if (signal.aborted) return;
      if (watch.isStalled()) yield { failure: { kind: 'stalled', retryAt: world.now() + patience.next } };
      else yield { failure: cutOff(nameOf(error), written) };
    } finally {
      watch.stop();
    }
  }

  return {
    talk,
    async models(signal) {
      if (!(await isAllowed())) return { ok: false, failure: { kind: 'no-permission' } };
      const watch = createWatch(signal);
      try {
        const page: unknown = await client.models.list({ signal: watch.signal, timeout: patience.models });
        const listed = (page as { data?: unknown }).data;
        if (!Array.isArray(listed)) return { ok: false, failure: { kind: 'malformed' } };
        const ids = listed.map((one: unknown) => (one as { id?: unknown } | null)?.id);
        return {
          ok: true,
          ids: ids
            .filter((id) => typeof id === 'string' && id !== '' && id.length <= 200)
            .slice(0, 2000) as string[],
        };
      } catch (error) {
        if (signal.aborted) return { ok: false, failure: { kind: 'aborted' } };
        if (watch.isStalled()) return { ok: false, failure: { kind: 'stalled' } };
        return { ok: false, failure: nameOf(error) };
      } finally {
        watch.stop();
      }
    },
  };
}

/** What breaks off an answer has not refused it. */
const cutOff = (failure: Failure, written: number): Failure =>
  written === 0 || failure.kind === 'too-long' || failure.kind === 'malformed'
    ? failure
    : { kind: 'cut-off' };

/** Ends a call that has gone silent, or that never ends. */
function createWatch(signal: AbortSignal) {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), patience.first);
  const whole = setTimeout(() => silence.abort(), patience.whole);
  return {
    signal: AbortSignal.any([signal, silence.signal]),
    heard() {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), patience.next);
    },
    isStalled: () => silence.signal.aborted,
    stop() {
      clearTimeout(timer);
      clearTimeout(whole);
    },
  };
}
