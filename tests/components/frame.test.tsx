import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Frame } from '../../components/frame/Frame.tsx';
import { SettingsPage } from '../../components/settings/SettingsPage.tsx';
import { LogContext } from '../../components/use-log.ts';
// ready before it is asked for: a slow machine is no matter of these tests
import '../../lib/i18n/en.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { preferencesKey } from '../../lib/preferences.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await browser.storage.local.set({ [preferencesKey]: { language: 'zh-CN' } });
});

const open = () =>
  render(
    <LogContext value={openDatabase(crypto.randomUUID())}>
      <Frame>
        <SettingsPage />
      </Frame>
    </LogContext>,
  );

test('the language is switched on the spot and remembered', async () => {
  open();

  await userEvent.click(await screen.findByLabelText('English'));

  expect(await screen.findByText('Appearance')).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
  expect(await browser.storage.local.get(preferencesKey)).toMatchObject({
    [preferencesKey]: { language: 'en', theme: 'auto' },
  });
});

test('a page that is open follows what another page changes', async () => {
  open();
  await screen.findByText('外观');

  await act(() => browser.storage.local.set({ [preferencesKey]: { language: 'en', theme: 'dark' } }));

  expect(await screen.findByText('Appearance')).toBeTruthy();
  await waitFor(() => expect(document.documentElement.dataset.mantineColorScheme).toBe('dark'));
});

test('a page that fails says what still works', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const Broken = () => {
    throw new Error('no');
  };

  render(
    <Frame>
      <Broken />
    </Frame>,
  );

  expect((await screen.findByRole('alert')).textContent).toContain('记录不受影响');
  said.mockRestore();
});
