import type { Disguise } from './disguise.ts';

/** Hands over a copy of a response's text. */
export type Hear = (via: 'fetch' | 'xhr' | 'jsonp', url: string, body: string) => void;

type Wants = (url: string) => boolean;

/**
 * Copies what the page reads from `fetch`. The reading is watched, not `fetch` itself: so its promise stays
 * the page's alone, and a failure nobody handles is still reported as unhandled.
 */
export function watchResponses(scope: typeof globalThis, { wrap }: Disguise, wants: Wants, hear: Hear): void {
  const { prototype } = scope.Response;
  const { clone, text } = prototype;
  const { apply } = Reflect;
  const copied = new WeakSet<Response>();
  const copy = (response: Response) => {
    try {
      if (copied.has(response) || !wants(response.url) || response.bodyUsed) return;
      copied.add(response);
      const body = text.call(clone.call(response));
      body.then(
        (whole) => hear('fetch', response.url, whole),
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
export function watchXhr(scope: typeof globalThis, { wrap }: Disguise, wants: Wants, hear: Hear): void {
  const { addEventListener } = scope.EventTarget.prototype;
  const { apply } = Reflect;
  function copy(this: XMLHttpRequest) {
    try {
      if (wants(this.responseURL)) hear('xhr', this.responseURL, bodyOf(this));
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
