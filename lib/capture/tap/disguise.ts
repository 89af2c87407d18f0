/**
 * Puts watchers around native functions so that the page sees what it saw before: name, length, own
 * properties and descriptors pass through a Proxy; only the source text needs help, because a
 * Proxy prints as `function () { [native code] }`.
 */
export interface Disguise {
  /** Watches a method, constructor or getter of `owner`; does nothing where there is none. */
  wrap(owner: object, name: PropertyKey, handler: ProxyHandler<Callable>): void;
  /** Makes `fake` print like `real`. */
  alias(fake: object, real: object): void;
}

type Callable = (...args: never[]) => unknown;

export function createDisguise(scope: typeof globalThis): Disguise {
  const reals = new WeakMap<object, object>();
  // taken now: the page may replace these later
  const realOf = reals.get.bind(reals);
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;

  const alias: Disguise['alias'] = (fake, real) => void reals.set(fake, real);

  const wrap: Disguise['wrap'] = (owner, name, handler) => {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    const slot = descriptor?.get ? 'get' : 'value';
    const real: unknown = descriptor?.[slot];
    if (!descriptor?.configurable || typeof real !== 'function') return;
    const fake = new Proxy(real as Callable, handler);
    alias(fake, real);
    defineProperty(owner, name, { ...descriptor, [slot]: fake });
  };

  wrap(scope.Function.prototype, 'toString', {
    apply: (print, self: object, args) => apply(print, realOf(self) ?? self, args),
  });
  return { wrap, alias };
}
