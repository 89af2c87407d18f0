import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { PreferencesContext } from '../../components/frame/use-preferences.ts';
import { KeySheet } from '../../components/panel/KeySheet.tsx';
import { useActs } from '../../components/room/use-acts.ts';
import { KeySection } from '../../components/settings/KeySection.tsx';
import { defaultKeys } from '../../lib/keys.ts';
import { readPreferences } from '../../lib/preferences.ts';
import { show } from './show.tsx';

/** The settings and a panel under the same preferences. */
function settings() {
  const acts = { next: vi.fn(), spoken: vi.fn() };
  function Panel() {
    useActs(acts);
    return null;
  }
  function Both() {
    const [preferences, set] = useState(readPreferences({}));
    return (
      <PreferencesContext value={[preferences, (part) => set((before) => ({ ...before, ...part }))]}>
        <KeySection />
        <Panel />
        <KeySheet isOpen onClose={() => {}} />
      </PreferencesContext>
    );
  }
  show(<Both />);
  return acts;
}
const key = (act: string) => screen.getByRole('button', { name: new RegExp(`^${act}：`), hidden: true });
const press = (name: string) => fireEvent.keyDown(document.body, { key: name });
async function choose(act: string, name: string) {
  await userEvent.click(key(act));
  fireEvent.keyDown(key(act), { key: name });
}

test('a key that is chosen works at once, the one before does no more, and the sheet tells', async () => {
  const { next } = settings();

  await choose('下一个问题', 'z');
  press('j');
  expect(next).not.toHaveBeenCalled();
  press('Z');
  press('ArrowDown');

  expect(next).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('dialog').textContent).toContain('Z ↓下一个问题');
});

test('a key that is taken is refused, with the act that has it', async () => {
  const { next, spoken } = settings();

  await choose('下一个问题', 'e');
  fireEvent.blur(key('下一个问题'));
  press('e');

  expect(screen.getByText('“E”已用于“标记为已口播”')).toBeTruthy();
  expect(next).not.toHaveBeenCalled();
  expect(spoken).toHaveBeenCalledOnce();
});

test('keys with a meaning of their own are refused, Esc keeps what was', async () => {
  settings();

  await choose('下一个问题', 'F5');
  expect(screen.getByText('“F5”不能用')).toBeTruthy();
  fireEvent.keyDown(key('下一个问题'), { key: 'Escape' });

  expect(key('下一个问题').textContent).toBe('J');
});

test('all keys go back at once', async () => {
  settings();
  await choose('下一个问题', 'z');

  await userEvent.click(screen.getByRole('button', { name: '恢复默认', hidden: true }));

  expect(key('下一个问题').textContent).toBe(defaultKeys.next.toUpperCase());
});
