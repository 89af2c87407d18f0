import type { TapSpec, Traffic } from '../../platforms/platform.ts';
import { createCopyBytes } from './binary.ts';
import { createDisguise } from './disguise.ts';
import { askEvent, bodyLimit, heardEvent } from './events.ts';
import { type Wanted, watchResponses, watchXhr } from './http.ts';
import { watchScripts } from './jsonp.ts';
import { watchSockets } from './sockets.ts';
import { createTreeReader } from './tree.ts';

/**
 * Observes a page's own traffic from inside its world and hands copies to the isolated one.
 * Must run before the page's first script; alters nothing the page can see, throws nothing into it.
 */
export function installTap(scope: typeof globalThis, spec: TapSpec): void {
  const { document, CustomEvent } = scope;
  const { stringify } = JSON;
  const dispatch = document.dispatchEvent.bind(document);
  const tell = (via: Traffic['via'], url: string, body: string) => {
    try {
      const whole = body.length <= bodyLimit ? body : '';
      const traffic: Traffic = { via, url: url.slice(0, 2000), body: whole, seenAt: Date.now() };
      dispatch(new CustomEvent(heardEvent, { detail: stringify(traffic) }));
    } catch {
      // never the page's trouble
    }
  };
  const holds = (url: string, parts: readonly string[] = []) => parts.some((part) => url.includes(part));
  const isText = (url: string) => holds(url, spec.urls);
  const isBytes = (url: string) => holds(url, spec.frames);
  const copyBytes = createCopyBytes(scope, (url, base64) => tell('frame', url, base64));
  const wanted: Wanted = {
    wants: (url) => (isBytes(url) ? 'bytes' : isText(url) ? 'text' : null),
    hear: tell,
    copyBytes,
  };

  const disguise = createDisguise(scope);
  watchResponses(scope, disguise, wanted);
  watchXhr(scope, disguise, wanted);
  if (spec.jsonp) watchScripts(scope, disguise, isText, tell);
  const count = (url: string, frames: number) => tell('socket', url, String(frames));
  if (spec.sockets || spec.frames)
    watchSockets(scope, disguise, { ...(spec.sockets && { count }), wants: isBytes, copyBytes });

  const { props } = spec;
  const tree = props && createTreeReader(props, (comments) => tell('props', '', stringify(comments)));
  document.addEventListener(
    askEvent,
    (event) => {
      try {
        const { target } = event;
        const { detail } = event as CustomEvent;
        if (detail === 'tap') event.preventDefault();
        if (!tree || !(target instanceof scope.Element)) return;
        if (detail === 'list') tree.list(target);
        else if (tree.row(target)) event.preventDefault();
      } catch {
        // never the page's trouble
      }
    },
    true,
  );
}
