import { intents } from '../reply/types.ts';
import type { Asked } from '../report/digest.ts';
import type { Turn } from '../room/state.ts';
import { release } from '../sheet/release.ts';
import type { AskedOnce } from './asked.ts';

const hows = ['filled', 'spoken', 'handed', 'dismissed'] as const;

/** Places in a question's row; `last` is where its last person stands in `people`, 0 for nobody. */
const [seq, count, intent, since, answeredAt, how, last, width] = [0, 1, 2, 3, 4, 5, 6, 7];
const begun = 1 << 10;

/**
 * Gathers what digests tell of questions. In columns of numbers: as objects, those of a long night with all who asked
 * would be most of an export's memory.
 */
export function createGathering() {
  const places = new Map<string, number>();
  const texts: string[] = [];
  let rows = new Float64Array(begun * width);
  // a person and where the one before stands
  let people = new Uint32Array(2 * begun);
  let held = 2;

  function open(id: string, asked: Asked): number {
    const place = places.size;
    places.set(id, place);
    texts.push(asked.text ?? '');
    rows = grown(rows, places.size * width);
    const at = place * width;
    rows[at + seq] = asked.seq;
    rows[at + intent] = intents.indexOf(asked.intent);
    rows[at + since] = rows[at + answeredAt] = rows[at + how] = Number.NaN;
    return place;
  }
  function countPeople(place: number): number {
    const different = new Set<number>();
    for (let at = rows[place * width + last]!; at > 0; at = people[at + 1]!) different.add(people[at]!);
    return different.size;
  }

  return {
    add([id, asked]: [string, Asked]): void {
      const place = places.get(id) ?? open(id, asked);
      texts[place] ||= asked.text ?? '';
      const at = place * width;
      rows[at + count]! += asked.asks;
      people = grown(people, held + 2 * asked.people.length);
      for (const person of asked.people) {
        people[held] = person;
        people[held + 1] = rows[at + last]!;
        rows[at + last] = held;
        held += 2;
      }
    },
    follow(turn: Turn): void {
      if (turn.what === 'sent' || turn.what === 'joined') return;
      const place = places.get(turn.question);
      if (place === undefined) return;
      const at = place * width;
      const isOver = 'wait' in turn;
      rows[at + since] = isOver ? turn.at - turn.wait : turn.at;
      rows[at + answeredAt] = isOver ? turn.at : Number.NaN;
      rows[at + how] = isOver ? hows.indexOf(turn.what) : Number.NaN;
    },
    /** The first asked first; to be gone through once. */
    *inOrder(): Generator<AskedOnce> {
      const ids = [...places.keys()];
      const order = Uint32Array.from(ids.keys()).sort(
        (a, b) => rows[a * width + seq]! - rows[b * width + seq]!,
      );
      for (const place of order) {
        const at = place * width;
        yield {
          id: ids[place]!,
          text: texts[place]!,
          intent: intents[rows[at + intent]!]!,
          count: rows[at + count]!,
          people: countPeople(place),
          since: known(rows[at + since]!),
          answeredAt: known(rows[at + answeredAt]!),
          how: hows[rows[at + how]!] ?? null,
        };
      }
      // who waits for the rest of an export still knows of this
      places.clear();
      texts.length = 0;
      release(rows);
      release(people);
    },
  };
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The same list, or a longer one in its place. */
function grown<T extends Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(list: T, length: number): T {
  if (length <= list.length) return list;
  const longer = new (list.constructor as new (size: number) => T)(Math.max(length, 2 * list.length));
  longer.set(list);
  release(list);
  return longer;
}
