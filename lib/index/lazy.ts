/** Works out `target[key]` when it is first looked at, and then never again. */
export function lazily<T extends object, K extends string, V>(
  target: T,
  key: K,
  make: () => V,
): T & Record<K, V> {
  return Object.defineProperty(target, key, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = make();
      Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: true });
      return value;
    },
    // the fold may set what nobody looked at
    set: (value: V) =>
      Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: true }),
  }) as T & Record<K, V>;
}
