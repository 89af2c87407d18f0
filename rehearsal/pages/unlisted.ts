const key = 'unlisted';

/** Names of comments that this page, now or before a reload, threw away before its list ever held them. */
const readUnlisted = (): string[] => JSON.parse(localStorage.getItem(key) ?? '[]') as string[];

/** Notes what arrives and never stands in the list: nobody beside the page can have seen it. */
export function createUnlisted() {
  const waiting: string[] = [];
  let drawn = 0;
  const keep = (names: readonly string[]) => {
    if (names.length > 0) localStorage.setItem(key, JSON.stringify([...readUnlisted(), ...names]));
  };
  window.addEventListener('pagehide', () => keep(waiting.splice(0)));
  return {
    arrive: (names: readonly string[]) => void waiting.push(...names),
    /** The list was drawn: `listed` stand in it, `all` have been put to it so far. */
    draw(listed: readonly string[], all: number): void {
      const there = new Set(listed);
      const settled = waiting.splice(0, all - drawn);
      drawn = all;
      keep(settled.filter((name) => name !== '' && !there.has(name)));
    },
  };
}
