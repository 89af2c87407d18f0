import type { TapSpec, Traffic } from '../../platforms/platform.ts';
import { createDisguise } from './disguise.ts';
import { askEvent, bodyLimit, heardEvent } from './events.ts';
import { watchResponses, watchXhr } from './http.ts';
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
  const wants = (url: string) => spec.urls.some((part) => url.includes(part));

  const disguise = createDisguise(scope);
  watchResponses(scope, disguise, wants, tell);
  watchXhr(scope, disguise, wants, tell);
  if (spec.jsonp) watchScripts(scope, disguise, wants, tell);
  if (spec.sockets) watchSockets(scope, disguise, (url, frames) => tell('socket', url, String(frames)));

  const { props } = spec;
  if (!props) return;
  const tree = createTreeReader(props, (comments) => tell('props', '', stringify(comments)));
  document.addEventListener(
    askEvent,
    (event) => {
      try {
        const { target } = event;
        if (!(target instanceof scope.Element)) return;
        if ((event as CustomEvent).detail === 'list') tree.list(target);
        else if (tree.row(target)) event.preventDefault();
      } catch {
        // never the page's trouble
      }
    },
    true,
  );
}
