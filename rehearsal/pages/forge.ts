import { boot } from './boot.ts';

/** Shouts at every listener a page could guess at, as a hostile page would. Returns the undo. */
export function forge(): () => void {
  if (boot.forgedEvents.length === 0) return () => {};
  let turn = 0;
  const timer = setInterval(() => {
    const detail = details[turn % details.length]?.();
    turn += 1;
    for (const name of boot.forgedEvents) {
      for (const target of [window, document]) {
        target.dispatchEvent(new CustomEvent(name, { detail }));
        target.dispatchEvent(new Event(name));
      }
      window.postMessage({ type: name, detail: typeof detail === 'string' ? detail : null }, '*');
    }
  }, 400);
  return () => clearInterval(timer);
}

const trap = () =>
  new Proxy(
    {},
    {
      get() {
        throw new Error('touched');
      },
      ownKeys() {
        throw new Error('touched');
      },
    },
  );

const circle = () => {
  const ring: Record<string, unknown> = { via: 'fetch' };
  ring.ring = ring;
  return ring;
};

const traffic = (over: object) =>
  JSON.stringify({
    via: 'fetch',
    url: 'https://elsewhere.invalid/',
    body: '{}',
    seenAt: Date.now(),
    ...over,
  });

const details: readonly (() => unknown)[] = [
  () => null,
  () => 42,
  () => 'not json',
  () => '{"via":"fetch","url":',
  () => [],
  trap,
  circle,
  () => traffic({ via: 'pigeon' }),
  () => traffic({ url: 7 }),
  () => traffic({ body: { html: '<script>' } }),
  () => traffic({ seenAt: 'yesterday' }),
  () => traffic({ body: 'A'.repeat(9_000_000) }),
  () => traffic({ body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` }),
  () => ({ name: 'cs-bg:append', payload: { session: 'x', stream: 'x', offset: 0, events: [{}] } }),
];
