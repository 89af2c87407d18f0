import type { Disguise } from './disguise.ts';
import type { Hear } from './http.ts';

/**
 * Copies what a script tag hands to its callback, which is how `lib.mtop` asks. The callback is wrapped
 * when the tag appears, before its response can run, and put back when it is called.
 */
export function watchScripts(
  scope: typeof globalThis,
  { alias }: Disguise,
  wants: (url: string) => boolean,
  hear: Hear,
): void {
  const globals = scope as unknown as Record<string, unknown>;
  const { apply } = Reflect;
  const { stringify } = JSON;

  const wrap = (url: string) => {
    const name = new URL(url).searchParams.get('callback') ?? '';
    const callback = globals[name];
    if (typeof callback !== 'function') return;
    const watched = new Proxy(callback, {
      apply(_, self, args: unknown[]) {
        if (globals[name] === watched) globals[name] = callback;
        // before the page's own callback may change it
        const body = stringify(args[0]);
        try {
          return apply(callback, self, args);
        } finally {
          hear('jsonp', url, body);
        }
      },
    });
    alias(watched, callback);
    globals[name] = watched;
  };

  new scope.MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (node.nodeName !== 'SCRIPT') continue;
        try {
          const { src } = node as HTMLScriptElement;
          if (src && wants(src)) wrap(src);
        } catch {
          // never the page's trouble
        }
      }
  }).observe(scope.document, { childList: true, subtree: true });
}
