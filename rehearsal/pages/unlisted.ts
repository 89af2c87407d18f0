const key = 'unlisted';

/** Ids of comments that this page, now or before a reload, threw away before its list ever held them. */
const readUnlisted = (): string[] => JSON.parse(localStorage.getItem(key) ?? '[]') as string[];

/** Notes what arrives and never stands in the list: nobody beside the page can have seen it. */
export function createUnlisted() {
  const waiting: string[] = [];
  let drawn = 0;
  const keep = (ids: readonly string[]) => {
    if (ids.length > 0) localStorage.setItem(key, JSON.stringify([...readUnlisted(), ...ids]));
  };
  window.addEventListener('pagehide', () => keep(waiting.splice(0)));
  return {
    arrive: (ids: readonly string[]) => void waiting.push(...ids),
    /** The list was drawn: `listed` stand in it, `all` have been put to it so far. */
    draw(listed: readonly string[], all: number): void {
      const ids = new Set(listed);
      const settled = waiting.splice(0, all - drawn);
      drawn = all;
      keep(settled.filter((id) => id !== '' && !ids.has(id)));
    },
  };
}
