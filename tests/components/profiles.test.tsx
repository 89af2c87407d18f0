import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { ProfileButton } from '../../components/profile/ProfileButton.tsx';
import { ProfilesPage } from '../../components/profile/ProfilesPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readRules } from '../../lib/log/rules.ts';
import { readTrail } from '../../lib/log/trail.ts';
import { nightProfile } from '../../lib/profile/night.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const db of opened.splice(0)) await db.delete();
});

const at = (hour: number, minute = 0, second = 0) => new Date(2026, 10, 22, hour, minute, second).getTime();
/** Draws something while the clock shows that time; it goes on from there. */
function open(now: number, content: 'page' | 'button'): Database {
  vi.useFakeTimers({ toFake: ['Date'], now });
  const db = openDatabase(`profiles-${crypto.randomUUID()}`);
  opened.push(db);
  show(
    <LogContext value={db}>
      {content === 'page' ? (
        <ProfilesPage />
      ) : (
        <ProfileButton session={{ platform: 'douyin', roomId: '7' }} onConsole={() => {}} />
      )}
    </LogContext>,
  );
  return db;
}
const edit = async () => {
  await userEvent.click(await screen.findByRole('button', { name: `编辑方案 ${nightProfile.name}` }));
  return within(await screen.findByRole('form'));
};

test('the panel says that the night holds, why and until when; by day it says everyday', async () => {
  open(at(23), 'button');
  const chip = await screen.findByRole('button', { name: `方案：${nightProfile.name}` });
  expect(chip.title).toContain('到时段，到 2026-11-23 08:00');
});

test('at ten in the evening the profile comes on while the panel is open, and the trail says so', async () => {
  const db = open(at(21, 59, 59), 'button');
  await screen.findByRole('button', { name: '方案：日常' });

  vi.setSystemTime(at(22));

  await screen.findByRole('button', { name: `方案：${nightProfile.name}` });
  await waitFor(async () =>
    expect(
      (await readTrail(db, 5)).map(({ who, changes }) => [who, changes[0]?.part, changes[0]?.after]),
    ).toEqual([['', 'holding', [nightProfile.name]]]),
  );
});

test('a key opens the switches, and what is switched holds in this room only', async () => {
  const db = open(at(12), 'button');
  await screen.findByRole('button', { name: '方案：日常' });

  await userEvent.keyboard('f');
  await userEvent.click(await screen.findByRole('switch', { name: nightProfile.name }));

  await waitFor(async () =>
    expect((await readRules(db)).switched).toEqual([
      { profile: 'night', isOn: true, at: at(12), room: '7', until: new Date(2026, 10, 23, 8).getTime() },
    ]),
  );
  await screen.findByText(/启用中 · 手动启用/);
  await userEvent.click(screen.getByRole('button', { name: `交还自动 ${nightProfile.name}` }));
  await waitFor(async () => expect((await readRules(db)).switched).toEqual([]));
});

test('a profile is changed by its form, and one of ours can be brought back', async () => {
  const db = open(at(12), 'page');
  const form = await edit();
  fireEvent.change(form.getByRole('textbox', { name: '时段 从' }), { target: { value: '23:00' } });
  fireEvent.change(form.getByRole('textbox', { name: /附加违禁词/ }), { target: { value: '赶紧下单 S1' } });
  await userEvent.click(form.getByRole('checkbox', { name: '淘宝' }));

  await userEvent.click(form.getByRole('button', { name: '保存' }));

  await waitFor(async () =>
    expect((await readRules(db)).profiles).toEqual([
      {
        ...nightProfile,
        when: { platforms: ['taobao'], hours: { from: 1380, to: 480 } },
        terms: [{ text: '赶紧下单', severity: 'S1' }],
      },
    ]),
  );
  await userEvent.click(await screen.findByRole('button', { name: `恢复内置 ${nightProfile.name}` }));
  await waitFor(async () => expect((await readRules(db)).profiles).toEqual([]));
});

test('a time that is none is named, and nothing is saved', async () => {
  const db = open(at(12), 'page');
  const form = await edit();

  fireEvent.change(form.getByRole('textbox', { name: '到' }), { target: { value: '25:00' } });

  expect(form.getByRole('status').textContent).toContain('22:00');
  expect(form.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);
  expect((await readRules(db)).profiles).toBeUndefined();
});

test('axe finds nothing wrong with profiles and their form', async () => {
  open(at(23), 'page');
  await edit();

  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });

  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
