import { type Bag, holds, isBag, type Keys, ownedBy } from './props.ts';

const ancestors = 40;
const hooks = 20;

/** A node of React's tree, as far as it is looked at. */
interface Fiber {
  return?: Fiber | null;
  /** the same node in the render before or after */
  alternate?: Fiber | null;
  memoizedProps?: unknown;
  memoizedState?: unknown;
}

/**
 * Finds the whole lists of comments from which a virtual list draws the few rows in sight: react-virtualized
 * and react-virtuoso are given their data as props, from the state of a component above.
 */
export function findLists(list: Element, keys: Keys): Bag[][] {
  const found = new Set<Bag[]>();
  const node = [list, ...Array.from(list.querySelectorAll('*')).slice(0, 3)].find(
    (one) => ownedBy(one, '__reactFiber$') !== undefined,
  );
  let fiber = node && (ownedBy(node, '__reactFiber$') as Fiber | null | undefined);
  for (let i = 0; fiber && i < ancestors; i += 1, fiber = fiber.return)
    // a node may point to the render before last
    for (const render of fiber.alternate ? [fiber.alternate, fiber] : [fiber])
      for (const value of [...valuesOf(render.memoizedProps), ...stateOf(render.memoizedState)]) {
        const items = commentsOf(value, keys);
        if (items) found.add(items);
      }
  return [...found];
}

const valuesOf = (bag: unknown): unknown[] => (isBag(bag) && !Array.isArray(bag) ? Object.values(bag) : []);

/** The values of a function component's hooks, and what these hold one step deeper. */
function stateOf(state: unknown): unknown[] {
  const values: unknown[] = [];
  let hook = state as { memoizedState?: unknown; next?: unknown } | null;
  for (let i = 0; isBag(hook) && 'next' in hook && i < hooks; i += 1, hook = hook.next as typeof hook)
    values.push(hook.memoizedState, ...valuesOf(hook.memoizedState));
  return values;
}

/** The comments of an array that ends in comments, or in objects that hold one. */
function commentsOf(value: unknown, keys: Keys): Bag[] | null {
  if (!Array.isArray(value)) return null;
  for (const item of value.slice(-5)) {
    if (!isBag(item)) continue;
    if (holds(item, keys)) return value as Bag[];
    const name = Object.keys(item).find((key) => isBag(item[key]) && holds(item[key], keys));
    if (name !== undefined) return value.flatMap((one) => (isBag(one?.[name]) ? [one[name]] : []));
  }
  return null;
}
