import type { CopyBytes } from './binary.ts';
import type { Disguise } from './disguise.ts';

/** Hands over a copy of a response's text. */
export type Hear = (via: 'fetch' | 'xhr' | 'jsonp', url: string, body: string) => void;

/** What is copied of the page's own requests. */
export interface Wanted {
  /** addresses whose answers are text, and those whose answers are bytes */
  wants(url: string): 'text' | 'bytes' | null;
  hear: Hear;
  copyBytes: CopyBytes;
}

/**
 * Copies what the page reads from `fetch`. The reading is watched, not `fetch` itself: so its promise stays
 * the page's alone, and a failure nobody handles is still reported as unhandled.
 */
export function watchResponses(
  scope: typeof globalThis,
  { wrap }: Disguise,
  { wants, hear, copyBytes }: Wanted,
): void {
  const { prototype } = scope.Response;
  const { clone, text, arrayBuffer } = prototype;
  const { apply } = Reflect;
  const copied = new WeakSet<Response>();
  const copy = (response: Response) => {
    try {
      if (copied.has(response) || response.bodyUsed) return;
      const { url } = response;
      const form = wants(url);
      if (form === null) return;
      copied.add(response);
      const twin = clone.call(response);
      if (form === 'text')
        text.call(twin).then(
          (whole) => hear('fetch', url, whole),
          () => {},
        );
      else
        arrayBuffer.call(twin).then(
          (whole) => copyBytes(url, whole),
          () => {},
        );
    } catch {
      // never the page's trouble
    }
  };
  for (const name of ['json', 'text', 'arrayBuffer', 'blob', 'bytes', 'formData', 'body'])
    wrap(prototype, name, {
      apply(read, self: Response, args) {
        copy(self);
        return apply(read, self, args);
      },
    });
}

/** Copies what XMLHttpRequest loads. */
export function watchXhr(
  scope: typeof globalThis,
  { wrap }: Disguise,
  { wants, hear, copyBytes }: Wanted,
): void {
  const { addEventListener } = scope.EventTarget.prototype;
  const { apply } = Reflect;
  function copy(this: XMLHttpRequest) {
    try {
      const form = wants(this.responseURL);
      if (form === 'text') hear('xhr', this.responseURL, bodyOf(this));
      if (form === 'bytes') copyBytes(this.responseURL, this.response);
    } catch {
      // never the page's trouble
    }
  }
  wrap(scope.XMLHttpRequest.prototype, 'send', {
    apply(send, self: XMLHttpRequest, args) {
      try {
        // the same listener is added once, however often the object is used
        addEventListener.call(self, 'load', copy);
      } catch {
        // called on something else: let send() say so
      }
      return apply(send, self, args);
    },
  });
}

function bodyOf(xhr: XMLHttpRequest): string {
  const { responseType, response } = xhr;
  if (responseType === '' || responseType === 'text') return xhr.responseText;
  return response instanceof ArrayBuffer ? new TextDecoder().decode(response) : JSON.stringify(response);
}
