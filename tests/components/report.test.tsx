import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Advice } from '../../components/report/Advice.tsx';
import { Bars } from '../../components/report/Bars.tsx';
import { KeyFigures } from '../../components/report/KeyFigures.tsx';
import { ReportOffer } from '../../components/report/ReportOffer.tsx';
import { ReportPage } from '../../components/report/ReportPage.tsx';
import { Unseen } from '../../components/report/Unseen.tsx';
import { Words } from '../../components/report/Words.tsx';
import { ScriptsPage } from '../../components/scripts/ScriptsPage.tsx';
import { LogContext } from '../../components/use-log.ts';
import { indexSession } from '../../lib/index/pass.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readScripts } from '../../lib/log/shop.ts';
import { createWriter } from '../../lib/log/writer.ts';
import type { LiveEvent, Session } from '../../lib/model.ts';
import { digestMaker } from '../../lib/report/kept.ts';
import { after, fills, judge, report, says, weSay } from '../lib/report/stretches.ts';
import { show } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  location.hash = '';
  for (const db of opened.splice(0)) await db.delete();
});

function open(): Database {
  const db = openDatabase(`report-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

const pockets: LiveEvent[] = [
  ...Array.from({ length: 3 }, (_, i) => says(i, `v${i}`, '这个大衣有口袋吗')),
  fills(5, '有两个大口袋的', { question: 'v0-0' }),
  weSay(7, '有两个大口袋的'),
];

test('figures of which there are too few are not told, their counts are', () => {
  show(<KeyFigures report={report(pockets)} />);

  const answered = screen.getByText('已回答').parentElement as HTMLElement;
  expect(answered.textContent).toBe('已回答样本太少，不下结论1 / 1');
  expect(screen.getByText('互动率').parentElement?.textContent).toContain('平台没有显示观看人数');
});

test('a suggestion stands beside its evidence, leads to the moment and opens the script with its words', () => {
  show(
    <LogContext value={open()}>
      <Advice report={report(pockets)} />
    </LogContext>,
  );

  const [card] = screen.getAllByRole('listitem');
  expect(card?.textContent).toContain('问了 3 次 · 3 人 · 回答过 1 次');
  const write = within(card as HTMLElement).getByRole('link', { name: '写成话术' });
  expect(decodeURIComponent(write.getAttribute('href') ?? '')).toContain('text=有两个大口袋的');
  const moment = within(card as HTMLElement).getByRole('link', { name: '看当时' });
  expect(moment.getAttribute('href')).toBe('#/sessions/s?at=0');
  expect(screen.getByText('这场只能得出 1 条有依据的建议。其余的缺什么：')).toBeTruthy();
});

test('a script begun in a report is added once, whatever is reloaded', async () => {
  const db = open();
  location.hash = `#/scripts?${new URLSearchParams({ example: '有口袋吗', text: '有两个大口袋', intent: 'spec' })}`;
  const page = (
    <LogContext value={db}>
      <ScriptsPage />
    </LogContext>
  );
  const first = show(page);
  await screen.findByText('1 条');
  first.unmount();
  show(page);
  await screen.findByText('1 条');

  expect(await readScripts(db)).toMatchObject([
    { text: '有两个大口袋', examples: ['有口袋吗'], intent: 'spec' },
  ]);
  expect(location.hash).toBe('#/scripts');
});

test('words are a list, the most frequent first, those said once left out', () => {
  const words = ['大衣', '大衣', '大衣', '口袋', '口袋', '羊毛'].map((text, i) => says(i, `v${i}`, text));
  show(<Words words={report(words).words} />);

  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['大衣3', '口袋2']);
});

test('what was not seen is said in times and counts', () => {
  const gap: LiveEvent = {
    kind: 'gap',
    from: after(10).at,
    to: after(70).at,
    reason: 'page-away',
    lost: 3,
    ...after(70),
  };
  show(<Unseen report={report([...pockets, gap])} />);

  expect(screen.getByText('有 1 段、共 01:00 看不到直播间')).toBeTruthy();
  expect(screen.getByText('确定丢失 3 条评论，事后补回 0 条')).toBeTruthy();
});

test('a session that ended offers its report', async () => {
  const places: string[] = [];
  show(<ReportOffer session={{ id: 'a b' } as Session} onOpen={(place) => places.push(place)} />);

  await userEvent.click(screen.getByRole('button', { name: '看报告' }));

  expect(places).toEqual(['#/report/a%20b']);
});

test('the page shows the report of what is worked up, and how far that is', async () => {
  const db = open();
  const writer = createWriter(db, { now: () => after(600).at, newId: () => 's' });
  const room = { platform: 'douyin', id: 'r', title: '小满' } as const;
  await writer.attach({ room, tab: 1, stream: 'x' });
  const events = Array.from({ length: 400 }, (_, i) => says(i, `v${i}`, `${i}号有货吗`));
  await writer.append({ session: 's', stream: 'x', from: 'panel', offset: 0, events });
  await writer.close('s');
  show(
    <LogContext value={db}>
      <ReportPage id="s" />
    </LogContext>,
  );
  expect(await screen.findByText(/正在整理记录：0 \/ 401 条/)).toBeTruthy();

  const makers = [digestMaker(judge)];
  await indexSession(db, 's', { makers, isStopped: () => false, now: () => after(600).at });

  await waitFor(() => expect(screen.queryByText(/正在整理记录/)).toBeNull(), { timeout: 8000 });
  expect(screen.getByText('评论', { selector: 'dt' }).nextElementSibling?.textContent).toBe('400');
}, 15_000);

test('a share is drawn against the whole, not against the largest share', () => {
  const bars = [{ key: 'a', name: '30 秒内', value: 2, said: '2%' }];
  const { container } = show(<Bars label="响应" bars={bars} most={100} />);

  expect(container.querySelector<HTMLElement>('[aria-hidden] > span')?.style.inlineSize).toBe('2%');
});
