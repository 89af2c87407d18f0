import OpenAI, { APIError } from 'openai';
import { classify } from './classify.ts';
import type { Failure } from './failure.ts';
import { type Provider, readAddress } from './provider.ts';

/** What only the browser knows. */
export interface World {
  now(): number;
  isOnline(): boolean;
  /** the person has allowed this address, a match pattern such as https://api.deepseek.com/* */
  mayReach(origin: string): Promise<boolean>;
}

/** Longest stream in bytes: an answer is a few hundred, each of its pieces comes in some 300 of JSON. */
const longestStream = 512 * 1024;
const longestList = 4 * 1024 * 1024;

/** Headers of the library that tell of the machine, or that a preflight refuses. */
const silenced = Object.fromEntries(
  ['lang', 'package-version', 'os', 'arch', 'runtime', 'runtime-version', 'retry-count', 'timeout'].map(
    (name) => [`x-stainless-${name}`, null],
  ),
);

/** The library's client for one endpoint, with ends to what it reads, and words for what goes wrong. */
export function clientOf({ address, key }: Pick<Provider, 'address' | 'key'>, world: World) {
  const where = readAddress(address);
  const client = new OpenAI({
    baseURL: address,
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
  return {
    client,
    isAllowed: async () => where.ok && (await world.mayReach(where.origin)),
    nameOf(error: unknown): Failure {
      if (error instanceof TooLong) return { kind: 'too-long' };
      if (error instanceof SyntaxError) return { kind: 'malformed' };
      return classify(troubleOf(error), {
        now: world.now(),
        isOnline: world.isOnline(),
        isLocal: where.ok && where.isLocal,
        key,
      });
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
