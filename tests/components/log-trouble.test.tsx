import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StorageTrouble } from '../../components/panel/StorageTrouble.tsx';
import { useLogTrouble } from '../../components/panel/use-log-trouble.ts';
import { settle, show, start } from './show.tsx';

beforeEach(() => fakeBrowser.reset());

function Shown({ storedAt }: { storedAt: number }) {
  const trouble = useLogTrouble(storedAt);
  return trouble ? <StorageTrouble trouble={trouble} /> : 'fine';
}
const say = (trouble: unknown) => act(() => browser.storage.session.set({ trouble }));

test('a full disk says what happened, what still works and what to do', async () => {
  show(<Shown storedAt={start} />);

  await say({ reason: 'disk-full', at: start + 1000 });

  const said = screen.getByRole('alert').textContent;
  for (const part of ['磁盘满了', '不会丢', '清理磁盘']) expect(said).toContain(part);
});

test('trouble is over once something was stored after it', async () => {
  const { again } = show(<Shown storedAt={start} />);
  await say({ reason: 'database-blocked', at: start + 1000 });
  expect(screen.getByRole('alert')).toBeTruthy();

  again(<Shown storedAt={start + 2000} />);

  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([null, 'full', { reason: 'other', at: start }, { reason: 'disk-full' }])(
  '%j is no trouble that we know',
  async (stored) => {
    await browser.storage.session.set({ trouble: stored });
    show(<Shown storedAt={0} />);
    await settle();

    expect(screen.queryByRole('alert')).toBeNull();
  },
);
