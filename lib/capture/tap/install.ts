import type { TapSpec, Traffic } from '../../platforms/platform.ts';
import { createDisguise } from './disguise.ts';
import { askEvent, bodyLimit, heardEvent } from './events.ts';
import { watchResponses, watchXhr } from './http.ts';
import { watchScripts } from './jsonp.ts';
import { readProps } from './props.ts';
import { watchSockets } from './sockets.ts';

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
  document.addEventListener(
    askEvent,
    ({ target }) => {
      try {
        const found = props && target instanceof scope.Element ? readProps(target, props) : null;
        if (found) tell('props', '', stringify(found));
      } catch {
        // never the page's trouble
      }
    },
    true,
  );
}
