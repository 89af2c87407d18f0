import { openDatabase } from '../../lib/log/database.ts';
import { saveList } from '../../lib/log/lists.ts';
import { changeRules } from '../../lib/log/rules.ts';
import { createWriter } from '../../lib/log/writer.ts';
import { createRandom } from '../../rehearsal/random.ts';
import { nightOf } from './night.ts';

export { parseSpeed } from './busy.ts';

const db = openDatabase();
const writer = createWriter(db, { now: Date.now, newId: () => crypto.randomUUID() });
const room = { platform: 'douyin', id: '7686000000000000000', title: '小满家居' } as const;
const size = 500;

/** What the bench looks for in the panels. */
const sought = '星空蓝';

/** Stores comments as capture does; every one has the sought word in it. */
export async function fill(comments: number): Promise<void> {
  const night = nightOf({ seed: 1, from: Date.now() });
  const attached = await writer.attach({ room, tab: 1, stream: 'bench' });
  for (let offset = 0; offset < comments; offset += size) {
    const events = Array.from({ length: size }, () => {
      const event = night.next().value;
      return event.kind === 'comment' ? { ...event, text: `${sought}${event.text}` } : event;
    });
    await writer.append({ session: attached.session, stream: 'bench', from: 'page', offset, events });
  }
}

/** Keeps a list of so many words, the sought one among them; it is off. */
export async function makeList(id: string, words: number): Promise<void> {
  const random = createRandom(7, 'desk');
  const han = () => String.fromCharCode(0x4e00 + random.int(0x51a5));
  const texts = new Set([sought]);
  while (texts.size < words) texts.add(Array.from({ length: 3 + random.int(4) }, han).join(''));
  const terms = [...texts].map((text) => ({ text, severity: 'S3' as const }));
  await saveList(db, { id, name: `压测词单 ${id}`, group: 'shop' }, { terms, allow: [] }, Date.now());
}

/** Switches a list as the page does. */
export const switchList = (id: string, isOn: boolean): Promise<void> =>
  changeRules(db, (rules) => {
    const others = rules.off.lists.filter((one) => one !== id);
    return { ...rules, off: { ...rules.off, lists: isOn ? others : [...others, id] } };
  });
