import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { PlanSection } from '../../components/day/plans/PlanSection.tsx';
import { PlansPage } from '../../components/plans/PlansPage.tsx';
import type { Act, RoomActions } from '../../components/room/actions.ts';
import { useDoing } from '../../components/store.ts';
import { LogContext } from '../../components/use-log.ts';
import type { CheckedText } from '../../lib/compliance/types.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readPlans } from '../../lib/log/day.ts';
import type { LoggedEvent } from '../../lib/model.ts';
import { plansJson } from '../../lib/plans/file.ts';
import { planTemplates } from '../../lib/plans/templates.ts';
import { createRoomState, fold } from '../../lib/room/fold.ts';
import { checker, show, start } from './show.tsx';

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});
function database(): Database {
  const db = openDatabase(`plans-${crypto.randomUUID()}`);
  opened.push(db);
  return db;
}

/** The section over a room in which what a person does is folded at once. */
function section() {
  const db = database();
  const state = createRoomState();
  const acts: Act[] = [];
  const actions = {
    limit: 50,
    clear: (text: string) => text as CheckedText,
    fill: vi.fn(async () => ({ ok: true, previous: '' })),
    record(act: Act) {
      acts.push(act);
      fold(state, { ...act, at: start, seenAt: start, seq: state.seq } as LoggedEvent);
      shown.again(draw());
    },
  } as unknown as RoomActions;
  const draw = () => (
    <LogContext value={db}>
      <PlanSection state={{ ...state }} actions={actions} checker={checker} />
    </LogContext>
  );
  const shown = show(draw());
  useDoing.setState({ plan: null });
  return { acts, actions };
}

test('a plan is found by its initials, started by Enter, carried out and ended', async () => {
  const { acts, actions } = section();

  await userEvent.click(screen.getByRole('button', { name: /^找预案/ }));
  await userEvent.type(screen.getByRole('combobox'), 'eysp{Enter}');
  expect(await screen.findByText('恶意刷屏')).toBeTruthy();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('checkbox', { name: /不回击/ }));
  await userEvent.type(screen.getByRole('textbox', { name: '记一句' }), '已举报{Enter}');
  await userEvent.click(screen.getByRole('button', { name: '结束预案' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '已处理' }));

  expect(acts.map(({ kind }) => kind)).toEqual(['plan', 'plan-step', 'plan-note', 'plan-close']);
  expect(acts[0]).toMatchObject({ plan: { id: 'raid' } });
  expect(acts.every((act) => !('drill' in act))).toBe(true);
  expect(await screen.findByText(/已处理 · 用了/)).toBeTruthy();
  expect(actions.fill).not.toHaveBeenCalled();
});

test('in drill mode all that is done says that it is a drill', async () => {
  const { acts } = section();

  await userEvent.click(screen.getByRole('switch', { name: '演练模式' }));
  useDoing.setState({ plan: { id: 'network', alarm: 'a1' } });
  await userEvent.click(await screen.findByRole('button', { name: '启动演练' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: /备用网络/ }));

  expect(acts).toMatchObject([
    { kind: 'plan', alarm: 'a1', drill: true },
    { kind: 'plan-step', step: 0, drill: true },
  ]);
});

test('a correction is kept with both its times, and not while it holds what may not be said', async () => {
  const { acts } = section();
  useDoing.setState({ plan: { id: 'slip', alarm: null } });
  await userEvent.click(await screen.findByRole('button', { name: '启动' }));
  const fill = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
  const save = () => userEvent.click(screen.getByRole('button', { name: '记下更正' }));

  fill('原话（错在哪里）', '全网最低');
  fill('更正的话', '这是最好的价格');
  fill('说错的时间', '20:15:03');
  fill('更正的时间', '20:15:20');
  await save();
  expect(screen.getByText('更正的话里还有不能说的')).toBeTruthy();
  fill('更正的话', '以页面价格为准');
  fill('更正的时间', '20:14:00');
  await save();
  expect(screen.getByText(/更正不能早于说错/)).toBeTruthy();
  fill('更正的时间', '20:15:20');
  await save();

  const made = acts.find(({ kind }) => kind === 'correction');
  expect(made).toMatchObject({ said: '全网最低', corrected: '以页面价格为准' });
  if (made?.kind === 'correction') expect(made.correctedAt - made.saidAt).toBe(17_000);
});

test('a plan of ours that was changed is the shop’s own until it is taken back', async () => {
  const db = database();
  show(
    <LogContext value={db}>
      <PlansPage />
    </LogContext>,
  );
  const field = await screen.findByLabelText<HTMLTextAreaElement>('名称');
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: '断货' } });
  fireEvent.blur(field);

  await waitFor(async () =>
    expect((await readPlans(db))[0]).toMatchObject({ id: 'out-of-stock', name: '断货' }),
  );
  await userEvent.click(await screen.findByRole('button', { name: '恢复原样' }));
  await waitFor(async () => expect(await readPlans(db)).toEqual([]));
});

test('a file with one wrong plan changes nothing and says which', async () => {
  const db = database();
  const { container } = show(
    <LogContext value={db}>
      <PlansPage />
    </LogContext>,
  );
  await screen.findByLabelText('名称');
  const bad = plansJson([...planTemplates.slice(0, 2), { ...planTemplates[2]!, risk: 9 }]);
  const upload = container.querySelector<HTMLInputElement>('input[type="file"]')!;
  await userEvent.upload(upload, new File([bad], 'plans.json', { type: 'application/json' }));

  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText(/^第 \d+ 行：“链接失效”的风险级别（0–5）不对$/)).toBeTruthy();
  expect(await readPlans(db)).toEqual([]);
});
