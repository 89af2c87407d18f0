import { expect, test } from 'vitest';
import { createShelf } from '../../../lib/capture/shelf.ts';

const coat = { id: '1', title: '风衣', price: 26_900, stock: 4 };
const cup = { id: '2', title: '保温杯' };

test('the feed’s titles and the page’s explaining become one shelf, told when it changes', () => {
  const shelf = createShelf();

  const first = shelf({ items: [coat, cup] });
  const same = shelf({ items: [coat, cup] });
  const explained = shelf({ items: [{ id: '1', title: '', number: 1 }], explaining: '1', part: true });
  const again = shelf({ items: [{ ...coat, stock: 3 }, cup] });

  expect(first).toEqual({ items: [coat, cup], explaining: null });
  expect(same).toBeNull();
  expect(explained).toEqual({ items: [{ ...coat, number: 1 }, cup], explaining: '1' });
  expect(again).toEqual({ items: [{ ...coat, number: 1, stock: 3 }, cup], explaining: '1' });
});

test('a part takes nothing away, a whole does', () => {
  const shelf = createShelf();
  shelf({ items: [coat, cup], explaining: '1' });

  expect(shelf({ items: [cup], explaining: null, part: true })).toBeNull();
  expect(shelf({ items: [coat], explaining: null, part: true })).toEqual({
    items: [coat, cup],
    explaining: null,
  });
  expect(shelf({ items: [cup] })).toEqual({ items: [cup], explaining: null });
});

test('a product that the page names without an id is found by its name', () => {
  const shelf = createShelf();
  shelf({ items: [coat, cup] });

  const told = shelf({ items: [{ id: '风衣', title: '风衣', number: 7 }], explaining: '风衣', part: true });

  expect(told).toEqual({ items: [{ ...coat, number: 7 }, cup], explaining: '1' });
});

test('what is explained may be told alone, and its end too', () => {
  const shelf = createShelf();

  expect(shelf({ items: [], explaining: null, part: true })).toBeNull();
  expect(shelf({ items: [], explaining: '2', part: true })).toEqual({ items: [], explaining: '2' });
  expect(shelf({ items: [], explaining: null, part: true })).toEqual({ items: [], explaining: null });
});
