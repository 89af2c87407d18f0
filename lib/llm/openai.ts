import OpenAI, { APIError } from 'openai';
import { classify } from './classify.ts';
import type { Failure } from './failure.ts';
import { presets } from './presets.ts';
import { type Provider, readAddress } from './provider.ts';
import type { Message, Piece, Talk } from './talk.ts';

/** What only the browser knows. */
export interface World {
  now(): number;
  isOnline(): boolean;
  /** the person has allowed this address, a match pattern such as https://api.deepseek.com/* */
  mayReach(origin: string): Promise<boolean>;
}

export interface Connection {
  talk: Talk;
  /** names of the models that the provider offers, in its order */
  models(signal: AbortSignal): Promise<{ ok: true; ids: string[] } | { ok: false; failure: Failure }>;
}

/** A reply is wanted in seconds: silence for longer than this ends the call (ms). */
const patience = { first: 15_000, next: 8_000, whole: 40_000, models: 15_000 };
/** Longest stream in bytes: an answer is a few hundred, each of its pieces comes in some 300 of JSON. */
const longestStream = 512 * 1024;
const longestList = 4 * 1024 * 1024;
const longestText = 4000;
/** Enough for 50 characters as JSON, and for a little talk around it. */
const tokens = 400;

/** Headers of the library that tell of the machine, or that a preflight refuses. */
const silenced = Object.fromEntries(
  ['lang', 'package-version', 'os', 'arch', 'runtime', 'runtime-version', 'retry-count', 'timeout'].map(
    (name) => [`x-stainless-${name}`, null],
  ),
);

/** Opens the way to a provider. Nothing is sent before `talk` or `models` is called. */
export function connect(provider: Provider, world: World): Connection {
  const { key, model, preset } = provider;
  const { bound, quick } = presets[preset];
  const where = readAddress(provider.address);
  const client = new OpenAI({
    baseURL: provider.address,
    // the library wants one even where the provider does not
    apiKey: key || 'none',
    // the key is the person's own and goes to the provider they chose, nowhere else
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    logLevel: 'off',
    defaultHeaders: silenced,
    fetchOptions: {
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    },
    fetch: boundedFetch,
  });
  const isAllowed = async () => where.ok && (await world.mayReach(where.origin));
  const nameOf = (error: unknown): Failure =>
    classify(troubleOf(error), {
      now: world.now(),
      isOnline: world.isOnline(),
      isLocal: where.ok && where.isLocal,
      key,
    });

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
      else if (error instanceof TooLong) yield { failure: { kind: 'too-long' } };
      else if (error instanceof SyntaxError) yield { failure: { kind: 'malformed' } };
      else yield { failure: written > 0 ? { kind: 'cut-off' } : nameOf(error) };
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
        if (error instanceof SyntaxError) return { ok: false, failure: { kind: 'malformed' } };
        return { ok: false, failure: nameOf(error) };
      } finally {
        watch.stop();
      }
    },
  };
}

const troubleOf = (error: unknown) =>
  error instanceof APIError
    ? {
        status: error.status as number | undefined,
        message: error.message,
        headers: error.headers as Headers | undefined,
      }
    : { message: error instanceof Error ? error.message : String(error) };

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

class TooLong extends Error {}

/** fetch with an end: the library would keep reading one endless line. */
async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.body) return response;
  const longest = init?.method === 'GET' || init?.method === 'get' ? longestList : longestStream;
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > longest) controller.error(new TooLong(`More than ${longest} bytes.`));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
}
