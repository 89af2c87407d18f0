import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Frame } from '../../components/frame/Frame.tsx';
import { LogContext } from '../../components/use-log.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { preferencesKey } from '../../lib/preferences.ts';

/** What the browser is asked to allow; it says yes. */
export const permissions = { request: vi.fn(), remove: vi.fn(), contains: vi.fn() };

/** A new log, in Chinese, and a browser that allows everything. */
export async function prepare(): Promise<Database> {
  for (const ask of Object.values(permissions)) ask.mockReset().mockResolvedValue(true);
  Object.assign(browser, { permissions });
  await browser.storage.local.set({ [preferencesKey]: { language: 'zh-CN' } });
  return openDatabase(crypto.randomUUID());
}

/** Shows a section of the settings that can be saved. */
export async function openSection(db: Database, section: ReactNode): Promise<void> {
  render(
    <LogContext value={db}>
      <Frame>{section}</Frame>
    </LogContext>,
  );
  const save = await screen.findByRole<HTMLButtonElement>('button', { name: '保存' });
  await waitFor(() => expect(save.disabled).toBe(false));
}
