/**
 * Gives results in the order in which their work began: at once while none is waited for, else after those
 * before. Work that failed gives `failed`.
 */
export function createInOrder<T>(failed: T): (result: T | Promise<T>, take: (value: T) => void) => void {
  let waiting = 0;
  let last = Promise.resolve();
  return (result, take) => {
    if (waiting === 0 && !(result instanceof Promise)) {
      take(result);
      return;
    }
    waiting += 1;
    const settled = Promise.resolve(result).catch(() => failed);
    last = last.then(async () => {
      const value = await settled;
      waiting -= 1;
      take(value);
    });
  };
}
