import type { Database } from '../log/database.ts';
import type { LoggedEvent } from '../model.ts';
import { maskEvent } from './mask.ts';
import { eventsOf, everyPage, type Order, type RawPage, wants } from './order.ts';
import { createRawReader, isAt, type RawEvent } from './raw-event.ts';

/** A page cut into its events; `i` counts from 0. */
export interface Cut {
  /** an event's bytes from its brace to behind the other one; null when some other hand wrote the page */
  begins: Uint32Array | null;
  /** null where it has to be parsed; holds until it is asked again */
  rawAt(i: number): RawEvent | null;
  eventAt(i: number): LoggedEvent;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Where one event ends and the next begins: no text can hold it, because a quote within a text is written \". */
const seam = encoder.encode('},{"kind":"');
const opening = encoder.encode('{"kind":"');
const brace = 0x7d;

/** Where the events of a page begin, each a comma behind the one before; null when some other hand wrote them. */
function beginnings({ bytes, count }: RawPage): Uint32Array | null {
  const begins = new Uint32Array(count + 1);
  if (!isAt(bytes, 0, opening)) return null;
  let found = 1;
  for (let at = bytes.indexOf(brace); at >= 0; at = bytes.indexOf(brace, at + 1))
    if (isAt(bytes, at, seam)) {
      if (found >= count) return null;
      begins[found++] = at + 2;
    }
  begins[count] = bytes.length + 1;
  return found === count ? begins : null;
}

/** Cuts pages, one after the other. */
export function createCutter(): (page: RawPage) => Cut {
  const read = createRawReader();
  return (page) => {
    const { bytes, first } = page;
    const begins = beginnings(page);
    const parse = (from: number, end: number): LoggedEvent[] =>
      JSON.parse(`[${decoder.decode(bytes.subarray(from, end))}]`);
    const events = begins ? [] : parse(0, bytes.length);
    return {
      begins,
      rawAt: (i) => begins && read(bytes, begins[i]!, begins[i + 1]! - 1),
      eventAt: (i) => {
        const event = begins ? parse(begins[i]!, begins[i + 1]! - 1)[0]! : events[i]!;
        event.seq = first + i;
        return event;
      },
    };
  };
}

/** Some events in order; `i` counts from 0. */
interface Stretch extends Pick<Cut, 'rawAt' | 'eventAt'> {
  /** seq of the first, where they lie in a page */
  first: number;
  count: number;
}

/** The wanted events, some at a time: where they lie, not masked, or parsed and masked as the order says. */
export async function* stretchesOf(db: Database, order: Order): AsyncGenerator<Stretch> {
  if (wants(order.selection ?? {})) {
    for await (const events of eventsOf(db, order))
      yield { first: 0, count: events.length, rawAt: () => null, eventAt: (i) => events[i]! };
    return;
  }
  const cut = createCutter();
  for await (const page of everyPage(db, order)) {
    const { rawAt, eventAt } = cut(page);
    const { first, count } = page;
    yield { first, count, rawAt, eventAt: (i) => (order.mask ? maskEvent(eventAt(i)) : eventAt(i)) };
  }
}
