import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { VoiceSection } from '../../components/voice/VoiceSection.tsx';
import type { Database } from '../../lib/log/database.ts';
import { readTranscriber } from '../../lib/log/transcriber.ts';
import { openSection, permissions, prepare } from './endpoint.tsx';

let db: Database;
beforeEach(async () => {
  db = await prepare();
});
const open = () => openSection(db, <VoiceSection />);

test('a recogniser is kept once its address is allowed, and forgotten with its key and its permission', async () => {
  await open();

  fireEvent.change(screen.getByLabelText('密钥'), { target: { value: 'sk-1' } });
  await userEvent.click(screen.getByText('保存'));
  await screen.findByText('已保存，打开的面板立即生效');
  expect(await readTranscriber(db)).toMatchObject({ preset: 'siliconflow', key: 'sk-1' });
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.siliconflow.cn/*'] });

  await userEvent.click(await screen.findByRole('button', { name: '移除' }));
  await userEvent.click((await screen.findAllByRole('button', { name: '移除' })).at(-1)!);
  await waitFor(async () => expect(await readTranscriber(db)).toBeNull());
  await waitFor(() =>
    expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://api.siliconflow.cn/*'] }),
  );
});

test('the browser’s own recogniser asks for no address, and says when it cannot be used here', async () => {
  await open();

  fireEvent.change(screen.getByLabelText('由谁识别'), { target: { value: 'device' } });
  await screen.findByText(/这个浏览器不能在本机识别中文/);
  expect(screen.queryByLabelText('密钥')).toBeNull();
  await userEvent.click(screen.getByText('保存'));

  await waitFor(async () => expect(await readTranscriber(db)).toMatchObject({ preset: 'device' }));
  expect(permissions.request).not.toHaveBeenCalled();
});
