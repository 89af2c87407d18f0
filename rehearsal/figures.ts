import type { Backstage } from './wire/wire.ts';

/** The figures of a room as its platform would show them; sales in yuan. They grow with what is said. */
export function figuresOf({ room, random }: Backstage) {
  const { delivered } = room.progress();
  const orders = 137 + Math.floor(delivered / 9);
  return {
    online: 1830 + random.int(240),
    viewers: 20_800 + delivered * 3,
    likes: 25_400 + delivered * 7,
    orders,
    sales: orders * 143,
  };
}
