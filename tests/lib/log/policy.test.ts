import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanUp } from '../../../lib/keep/clean-up.ts';
import { purge } from '../../../lib/keep/purge.ts';
import { changeKeep, readKeep } from '../../../lib/keep/settings.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { enterInLedger } from '../../../lib/log/ledger.ts';
import {
  changeList,
  createRuleReader,
  readHeads,
  removeList,
  renameList,
  saveList,
} from '../../../lib/log/lists.ts';
import { keepPolicy, PolicyError, readManaged } from '../../../lib/log/policy.ts';
import { readProvider, saveProvider } from '../../../lib/log/provider.ts';
import { changeRules, readRules } from '../../../lib/log/rules.ts';
import { readTrail, undoChange } from '../../../lib/log/trail.ts';

let db: Database;
beforeEach(() => {
  db = openDatabase(`policy-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const by = { who: '小林', at: 5 };
const noon = new Date(2026, 10, 10, 12).getTime();
const switchOff = (id: string) =>
  changeRules(db, (rules) => ({ ...rules, off: { ...rules.off, lists: [...rules.off.lists, id] } }), by);
const words = { terms: [{ text: '星空蓝', severity: 'S2' as const }], allow: [] };

test('a list that a company keeps on is on, and can be neither switched off, emptied, renamed nor deleted', async () => {
  const { id } = await saveList(db, { id: 'u1', name: '公司词单', group: 'shop' }, words, 1);
  await keepPolicy(db, { organisation: '某公司', lists: ['公司词单', 'price'] });

  const rules = await createRuleReader(db)({ now: noon });

  expect(rules.lists).toMatchObject([{ id: 'u1', terms: words.terms }]);
  await expect(switchOff('price')).rejects.toThrow(PolicyError);
  await expect(changeList(db, id, () => ({ terms: [], allow: [] }), by)).rejects.toThrow(PolicyError);
  await expect(saveList(db, { id, name: 'x', group: 'own' }, { terms: [], allow: [] }, 2)).rejects.toThrow(
    PolicyError,
  );
  await expect(renameList(db, id, 'x', by)).rejects.toThrow(PolicyError);
  await expect(removeList(db, id, by)).rejects.toThrow(PolicyError);
  expect((await readHeads(db)).map(({ name, terms }) => [name, terms])).toEqual([['公司词单', 1]]);
  await switchOff('order');
  expect((await readRules(db)).off.lists).toContain('order');
});

test('a change from before the policy does not come back by undoing what followed it', async () => {
  await switchOff('price');
  await changeRules(db, (rules) => ({ ...rules, off: { ...rules.off, lists: [] } }), by);
  const [switchedOn] = await readTrail(db, 1);
  await keepPolicy(db, { organisation: '某公司', lists: ['price'] });

  expect(await undoChange(db, switchedOn!.id!, by)).toBe(false);
});

test('only a model that a company allows is asked, also when another was set before', async () => {
  const provider = {
    preset: 'openai' as const,
    address: 'https://api.openai.com/v1',
    key: 'k',
    model: 'm',
    perMinute: 5,
    perSession: 50,
    savedAt: 1,
  };
  await saveProvider(db, provider);
  await keepPolicy(db, { providers: { presets: ['deepseek'] } });

  expect(await readProvider(db)).toBeNull();
  await expect(saveProvider(db, provider)).rejects.toThrow(PolicyError);
  await saveProvider(db, { ...provider, preset: 'deepseek', address: 'https://api.deepseek.com/v1' });
  expect((await readProvider(db))?.preset).toBe('deepseek');
});

test('no export is unmasked where a company forbids it', async () => {
  await keepPolicy(db, { maskedExports: true });

  await expect(
    enterInLedger(db, { at: 1, what: 'export-unmasked', who: '小林', why: '核对' }),
  ).rejects.toThrow(PolicyError);
  expect(await db.ledger.count()).toBe(0);
});

test('retention stays within a company’s bounds, and its clean-up needs no consent', async () => {
  await changeKeep(db, { comments: 90, record: 1096 });
  await keepPolicy(db, { retention: { comments: 7, record: 1500, isAutomatic: true } });

  expect(await readKeep(db)).toMatchObject({ comments: 7, tight: 7, record: 1500, agreedAt: 0 });
  await expect(changeKeep(db, { comments: 30 })).rejects.toThrow(PolicyError);
  await expect(changeKeep(db, { record: 1096 })).rejects.toThrow(PolicyError);
  await expect(changeKeep(db, { agreedAt: null })).rejects.toThrow(PolicyError);
  await changeKeep(db, { comments: 3, ranAt: 9 });
  expect((await cleanUp(db, { settings: await readKeep(db), isTight: false, now: noon })).isWhole).toBe(true);
});

test('deleting everything leaves the policy', async () => {
  await keepPolicy(db, { organisation: '某公司', maskedExports: true });

  await purge(db, { now: 1, who: '小林', why: '换机', ledgerToo: true });

  expect((await readManaged(db)).policy).toMatchObject({ maskedExports: true });
});
