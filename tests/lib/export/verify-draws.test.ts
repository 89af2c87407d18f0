import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileRules, prepareRules } from '../../../lib/compliance/index.ts';
import { emptySettings } from '../../../lib/compliance/types.ts';
import { writePack } from '../../../lib/export/pack.ts';
import { verifyPack } from '../../../lib/export/verify.ts';
import { verifyDraws } from '../../../lib/export/verify-draws.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { createWriter } from '../../../lib/log/writer.ts';
import { drawOfTwo } from '../tools/drawn.ts';

const at = 1_790_000_000_000;

let db: Database;
beforeEach(() => {
  db = openDatabase(`test-${Math.random()}`);
});
afterEach(() => db.delete());

/** A pack with a draw of two from three; `winners` other than those that were drawn, to cheat. */
async function packed({ mask = false, winners }: { mask?: boolean; winners?: number[] } = {}): Promise<Blob> {
  const events = await drawOfTwo(['a', 'b', 'c'], () => (winners ? { winners } : {}));
  const writer = createWriter(db, { now: () => at, newId: () => 's' });
  await writer.attach({ room: { platform: 'taobao', id: '1', title: '' }, tab: 1, stream: 'a' });
  await writer.append({ session: 's', stream: 'a', from: 'panel', offset: 0, events });
  const prepared = prepareRules();
  const checker = compileRules(emptySettings, () => at, prepared);
  const made = { at, app: '0.1.0', browser: 'test' };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writePack(
    db,
    { session: 's', mask },
    { checker, settings: emptySettings, builtIn: prepared.hash, made },
    async (bytes) => void parts.push(bytes.slice()),
  );
  return new Blob(parts);
}

test('a draw in a sound pack is drawn again, with its candidates', async () => {
  const pack = await packed();

  expect(await verifyPack(pack)).toMatchObject({ ok: true });
  expect(await verifyDraws(pack, false)).toMatchObject([{ title: '抽两位', faults: [], isWhole: true }]);
});

test('winners that were not drawn are found out, though the pack itself is sound', async () => {
  const pack = await packed({ winners: [1, 1] });

  expect(await verifyPack(pack)).toMatchObject({ ok: true });
  expect((await verifyDraws(pack, false))[0]?.faults).toEqual(['winners']);
});

test('in a masked pack the lots alone are checked', async () => {
  expect(await verifyDraws(await packed({ mask: true }), true)).toMatchObject([
    { faults: [], isWhole: false },
  ]);
});
