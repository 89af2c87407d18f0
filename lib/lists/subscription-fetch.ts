import { readList } from './read-list.ts';
import type { Fresh, ListTrouble, Looked, Subscription } from './subscription.ts';
import { isSigned, signatureIn } from './subscription-sign.ts';
import { ListContent } from './word-list.ts';

/** Most bytes of a list that is fetched, and of its signature. */
export const largestFetched = 5_000_000;
const largestSignature = 2_000;

/** The network, and who allowed what. */
export interface Net {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** ms for one answer, all of it */
  patience: number;
}

/** What came, when it is in order. */
export type Fetched =
  | Exclude<Looked, { kind: 'new' }>
  | ({ kind: 'new'; content: ListContent; name?: string } & Fresh);

class Trouble extends Error {
  readonly trouble: ListTrouble;
  constructor(trouble: ListTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/**
 * Fetches a list. Nothing is sent along but what the server itself gave to tell versions apart, no other address is
 * gone to, and only words come back: of phrases that would silence other rules none is taken.
 */
export async function fetchList(subscription: Subscription, net: Net): Promise<Fetched> {
  try {
    return await look(subscription, net);
  } catch (error) {
    return { kind: 'failed', trouble: error instanceof Trouble ? error.trouble : 'offline' };
  }
}

async function look(subscription: Subscription, net: Net): Promise<Fetched> {
  const { url, etag, modified, key: pinned, goodAt } = subscription;
  const response = await ask(net, url, {
    ...(etag && { 'If-None-Match': etag }),
    ...(modified && { 'If-Modified-Since': modified }),
  });
  if (response.status === 304) return { kind: 'unchanged' };
  const bytes = await bytesOf(response, largestFetched);
  const { signature, signed } = signatureIn(bytes);
  const read = await readList(bytes);
  if (!read.ok)
    throw new Trouble(read.reason === 'too-big' || read.reason === 'too-many' ? 'too-big' : 'malformed');
  const { content, faulty, header } = read.list;
  const parsed = ListContent.safeParse({ terms: content.terms, allow: [] });
  // a few spoiled lines are left out; a file full of them is no list
  if (!parsed.success || parsed.data.terms.length === 0 || faulty > parsed.data.terms.length / 10)
    throw new Trouble('malformed');

  const key = pinned ?? (goodAt === 0 ? header.key : undefined);
  if (key) {
    const given = signature ?? (await signatureBeside(net, url));
    if (!given) throw new Trouble('unsigned');
    if (!(await isSigned(signed, given, key))) {
      const isOther = header.key && header.key !== key && (await isSigned(signed, given, header.key));
      throw new Trouble(isOther ? 'wrong-key' : 'tampered');
    }
  }
  if (isOlder(header.version, subscription.held?.version ?? subscription.version)) throw new Trouble('older');
  const { name, expires, version } = header;
  const [newTag, changed] = [response.headers.get('etag'), response.headers.get('last-modified')];
  return {
    kind: 'new',
    content: parsed.data,
    dropped: faulty + content.allow.length,
    ...(name && { name }),
    ...(expires !== undefined && { expires }),
    ...(version && { version }),
    ...(key && { key }),
    ...(newTag && { etag: newTag.slice(0, 200) }),
    ...(changed && { modified: changed.slice(0, 60) }),
  };
}

async function ask(net: Net, url: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await net.fetch(url, {
    headers,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // where it leads to cannot be seen before it is followed: nobody allowed that address
    redirect: 'manual',
    signal: AbortSignal.timeout(net.patience),
  });
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304))
    throw new Trouble('moved');
  if (status === 404 || status === 410) throw new Trouble('gone');
  if (status !== 304 && !response.ok) throw new Trouble('refused');
  return response;
}

/** Stops reading at the limit: an answer may have no end. */
async function bytesOf(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length')) > limit) {
    await response.body?.cancel();
    throw new Trouble('too-big');
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > limit) {
      await reader?.cancel();
      throw new Trouble('too-big');
    }
    parts.push(read.value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The signature in a file of the same address with `.sig` behind it; null when there is none. */
async function signatureBeside(net: Net, url: string): Promise<string | null> {
  const beside = new URL(url);
  beside.pathname += '.sig';
  try {
    const bytes = await bytesOf(await ask(net, beside.href), largestSignature);
    return new TextDecoder().decode(bytes).trim();
  } catch (error) {
    if (error instanceof Trouble && error.trouble !== 'refused') return null;
    throw error;
  }
}

/** An old version that is served again, by mistake or to undo a word; only plain numbers and dates can be compared. */
function isOlder(now: string | undefined, before: string | undefined): boolean {
  const [a, b] = [now, before].map((version) =>
    version && /^[\d.-]+$/.test(version) ? version.split(/[.-]/) : null,
  );
  if (!a || !b) return false;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const step = Number(a[i] ?? 0) - Number(b[i] ?? 0);
    if (step !== 0) return step < 0;
  }
  return false;
}
