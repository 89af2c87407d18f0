import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ModelSection } from '../../components/settings/ModelSection.tsx';
import { readFields } from '../../components/settings/provider-form.ts';
import type { Provider } from '../../lib/llm/provider.ts';
import type { Database } from '../../lib/log/database.ts';
import { readProvider, saveProvider } from '../../lib/log/provider.ts';
import { openSection, permissions, prepare } from './endpoint.tsx';

const stored: Provider = {
  preset: 'deepseek',
  address: 'https://api.deepseek.com/v1',
  key: 'sk-secret-of-the-shop',
  model: 'deepseek-chat',
  perMinute: 10,
  perSession: 300,
  savedAt: 1_800_000_000_000,
};

let db: Database;
beforeEach(async () => {
  db = await prepare();
});
const open = () => openSection(db, <ModelSection />);

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

test('a provider is stored once the person has allowed its address', async () => {
  await open();

  fireEvent.change(field('密钥'), { target: { value: 'sk-1' } });
  fireEvent.change(field('模型'), { target: { value: 'deepseek-chat' } });
  await userEvent.click(screen.getByText('保存'));

  await screen.findByText('已保存，打开的面板立即生效');
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.deepseek.com/*'] });
  expect(await readProvider(db)).toEqual({ ...stored, key: 'sk-1', savedAt: expect.any(Number) });
});

test('nothing is stored when the person does not allow it', async () => {
  permissions.request.mockResolvedValue(false);
  await open();

  fireEvent.change(field('密钥'), { target: { value: 'sk-1' } });
  fireEvent.change(field('模型'), { target: { value: 'deepseek-chat' } });
  await userEvent.click(screen.getByText('保存'));

  await screen.findByText('还没有允许访问模型服务');
  expect(await readProvider(db)).toBeNull();
});

test('a stored key is never shown, and an empty field keeps it', async () => {
  await saveProvider(db, stored);
  await open();
  await waitFor(() => expect(field('密钥').placeholder).toContain('已保存'));

  fireEvent.change(field('模型'), { target: { value: 'deepseek-v4' } });
  await userEvent.click(screen.getByText('保存'));

  await screen.findByText('已保存，打开的面板立即生效');
  expect(document.body.innerHTML).not.toContain(stored.key);
  expect(await readProvider(db)).toEqual({ ...stored, model: 'deepseek-v4', savedAt: expect.any(Number) });
});

test('removing forgets the key and gives the address back', async () => {
  await saveProvider(db, stored);
  await open();

  await userEvent.click(await screen.findByText('移除'));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByText('移除'));

  await screen.findByText('已移除服务商和密钥');
  expect(await readProvider(db)).toBeNull();
  expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.deepseek.com/*'] });
});

const fields = { ...stored, key: '', perMinute: '10', perSession: '300' };

test.each([
  ['a stored key does not go to another host', { address: 'https://evil.example/v1' }, 'key-of-other'],
  ['nor to another port of it', { address: 'https://api.deepseek.com:8443/v1' }, 'key-of-other'],
  ['a key does not travel in the clear', { address: 'http://api.deepseek.com/v1' }, 'not-https'],
  ['an address is needed', { address: 'deepseek' }, 'no-address'],
  ['a name and password in it are refused', { address: 'https://a:b@api.deepseek.com/v1' }, 'no-address'],
  ['a model is needed', { model: ' ' }, 'no-model'],
  ['a budget is a whole number', { perMinute: '1.5' }, 'bad-budget'],
])('%s', (_, change, problem) => {
  expect(readFields({ ...fields, ...change }, stored, { now: 0 })).toEqual({ ok: false, problem });
});

test('a provider on this machine needs neither https nor a key', () => {
  const read = readFields({ ...fields, preset: 'ollama', address: 'http://localhost:11434/v1/' }, stored, {
    now: 0,
  });

  expect(read).toMatchObject({
    ok: true,
    origin: 'http://localhost/*',
    provider: { address: 'http://localhost:11434/v1', key: '' },
  });
});

test('an address copied with its last part is understood', () => {
  const read = readFields({ ...fields, address: ' https://api.deepseek.com/v1/chat/completions ' }, stored, {
    now: 0,
  });

  expect(read).toMatchObject({
    ok: true,
    provider: { address: 'https://api.deepseek.com/v1', key: stored.key },
  });
});
