import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as engine from '../../components/engine.ts';
import { GoodsTitles } from '../../components/moderate/GoodsTitles.tsx';
import { ModeratorDesk } from '../../components/moderate/ModeratorDesk.tsx';
import { CardHead } from '../../components/room/CardHead.tsx';
import { Feed } from '../../components/room/Feed.tsx';
import { FindingList } from '../../components/room/FindingList.tsx';
import { createJudge } from '../../components/room/judge.ts';
import { OwnReply } from '../../components/room/OwnReply.tsx';
import { TestBench } from '../../components/rules/TestBench.tsx';
import { ResultRow } from '../../components/search/ResultRow.tsx';
import { useChecker } from '../../components/use-checker.ts';
import { EngineContext } from '../../components/use-engine.ts';
import { LogContext } from '../../components/use-log.ts';
import { compileRules } from '../../lib/compliance/index.ts';
import { casesLike } from '../../lib/log/cases.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { changeRules, readRules } from '../../lib/log/rules.ts';
import { readTrail } from '../../lib/log/trail.ts';
import type { Chorus } from '../../lib/room/chorus.ts';
import type { Result } from '../../lib/search/results.ts';
import { checker, commentRow, question, settle, show, start } from './show.tsx';

let db: Database;
beforeEach(() => {
  db = openDatabase(`moderate-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const session = { id: 's1', platform: 'douyin' as const, roomId: 'r1' };
const desk = (content: ReactNode) =>
  show(
    <LogContext value={db}>
      <ModeratorDesk session={session}>{content}</ModeratorDesk>
    </LogContext>,
  );
const judge = createJudge(compileRules());
const sentence = '这是最好的';
const findings = checker.check(sentence, { channel: 'public_reply' });
const openWhy = async () => {
  desk(<FindingList findings={findings} sentence={sentence} />);
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '为什么 最好' }));
  await settle();
  return within(screen.getByRole('dialog'));
};

test('a leaked number is covered, marked with its kind, and shown on a click in this row only', async () => {
  const rows = [commentRow(0, '打我13800138000'), commentRow(1, '打我13900139000')];
  desk(<Feed rows={rows} total={2} judge={judge} />);
  await settle();

  expect(document.body.innerHTML).not.toContain('13800138000');
  expect(screen.getByText('138****8000').tagName).toBe('MARK');
  expect(screen.getAllByText('隐私')[0]?.getAttribute('title')).toMatch(/手机号已遮住/);

  fireEvent.click(screen.getAllByRole('button', { name: '显示 手机号' })[0]!);

  expect(screen.getByText('13800138000')).toBeTruthy();
  expect(document.body.innerHTML).not.toContain('13900139000');
});

test('what the shop says itself is not covered', async () => {
  desk(<Feed rows={[commentRow(0, '客服电话13800138000', { anchor: true })]} total={1} judge={judge} />);
  await settle();

  expect(screen.getByText('客服电话13800138000')).toBeTruthy();
});

test('a comment that leads away is marked with its reason, and stays readable', async () => {
  desk(<Feed rows={[commentRow(0, '加我微信领优惠')]} total={1} judge={judge} />);
  await settle();

  expect(screen.getByText('引流').getAttribute('title')).toMatch(/平台以外/);
  expect(screen.getByRole('log').textContent).toContain('加我微信领优惠');
});

test('each of several who praise alike is marked', async () => {
  const said = ['用了三天皮肤真的变好了', '用了三天皮肤真的变好啦', '已经下单了'];
  const rows = said.map((text, i) => commentRow(i, text));
  const users = new Set(['观众0', '观众1', '观众5']);
  const choruses: Chorus[] = [{ text: said[0]!, users, from: start, to: start + 9000 }];
  desk(<Feed rows={rows} total={3} judge={judge} choruses={choruses} />);
  await settle();

  expect(screen.getAllByText('雷同好评')).toHaveLength(2);
});

test('a card’s title is covered, too, until it is asked for', async () => {
  const asked = question('q', '寄到13800138000行吗');
  desk(
    <CardHead
      asked={asked}
      card={null}
      questions={new Map()}
      isOpen={false}
      onToggle={() => {}}
      acts={null}
    />,
  );
  await settle();

  expect(document.body.innerHTML).not.toContain('13800138000');
  fireEvent.click(screen.getByRole('button', { name: '显示 手机号' }));
  expect(screen.getByText('寄到13800138000行吗')).toBeTruthy();
});

test('selected words are banned here and for this session, the trail has it, and it can be taken back', async () => {
  desk(<p>今天绿泡泡见</p>);
  await settle();
  const node = screen.getByText('今天绿泡泡见').firstChild!;
  document.getSelection()!.setBaseAndExtent(node, 2, node, 5);

  fireEvent.pointerUp(document.body);
  fireEvent.click(screen.getByRole('button', { name: '加词…' }));
  await settle();
  const card = within(screen.getByRole('dialog'));
  fireEvent.change(card.getByLabelText('有效期'), { target: { value: 'session' } });
  fireEvent.click(card.getByRole('button', { name: '加入违禁词' }));
  await waitFor(() => screen.getByText('已加入违禁词：绿泡泡'));

  expect((await readRules(db)).terms).toEqual([
    { text: '绿泡泡', severity: 'S3', scope: { room: 'r1', platform: 'douyin', session: 's1' } },
  ]);
  expect((await readTrail(db, 10))[0]?.changes[0]).toMatchObject({ part: 'terms', key: '绿泡泡' });

  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => screen.getByText('已撤销'));
  expect((await readRules(db)).terms).toEqual([]);
});

test('the menu key opens the card for what is selected in a field', async () => {
  desk(<textarea aria-label="回复" defaultValue="姐妹们绿泡泡见" />);
  await settle();
  const field = screen.getByLabelText<HTMLTextAreaElement>('回复');
  field.focus();
  field.setSelectionRange(3, 6);

  fireEvent.keyDown(field, { key: 'ContextMenu' });
  await settle();

  const words = within(screen.getByRole('dialog')).getByLabelText<HTMLInputElement>('词语');
  expect(words.value).toBe('绿泡泡');
  fireEvent.keyDown(words, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('too many words cannot be added', async () => {
  desk(<FindingList findings={findings} sentence={sentence} />);
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '为什么 最好' }));
  const card = within(screen.getByRole('dialog'));

  fireEvent.change(card.getByLabelText('词语'), { target: { value: '长'.repeat(41) } });

  expect(card.getByRole('button', { name: '加入违禁词' })).toHaveProperty('disabled', true);
});

test('the menu on a mark says why', async () => {
  desk(<Feed rows={[commentRow(0, '加我微信领优惠')]} total={1} judge={judge} />);
  await settle();

  fireEvent.contextMenu(document.querySelector('mark')!);
  await settle();

  expect(within(screen.getByRole('dialog')).getByText('依据')).toBeTruthy();
});

test.each([
  ['仅本场', { session: 's1' }],
  ['在这个直播间', { platform: 'douyin', room: 'r1' }],
] as const)('a rule is quiet %s', async (name, scope) => {
  const card = await openWhy();

  fireEvent.click(card.getByRole('button', { name }));
  await waitFor(() => screen.getByText('已停用规则 rule-最好'));

  expect((await readRules(db)).quiet).toEqual([{ rule: 'rule-最好', scope }]);
});

test('a false hit is kept with its reason, shown when the same comes again, and can be taken back', async () => {
  const card = await openWhy();
  const reason = card.getByLabelText(/为什么是误报/);

  expect(card.getByRole('button', { name: '记为误报' })).toHaveProperty('disabled', true);
  fireEvent.change(reason, { target: { value: '这是书名' } });
  fireEvent.click(card.getByRole('button', { name: '记为误报' }));
  await waitFor(() => screen.getByText('已记入案例'));
  expect((await casesLike(db, findings[0]!))[0]).toMatchObject({
    text: sentence,
    decision: 'false-hit',
    reason: '这是书名',
  });
  fireEvent.click(screen.getByRole('button', { name: '为什么 最好' }));
  await waitFor(() => within(screen.getByRole('dialog')).getByText('这是书名'));
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '关闭' }));

  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(async () => expect(await casesLike(db, findings[0]!)).toEqual([]));
});

test('a title on the shelf with a risk in it is listed with its link number', async () => {
  const items = [
    { id: 'p1', number: 1, title: '全网最低价连衣裙' },
    { id: 'p2', number: 2, title: '棉质连衣裙' },
  ];
  desk(<GoodsTitles items={items} judge={judge} products={[]} />);
  await settle();

  const listed = within(screen.getByRole('region', { name: '商品标题' }));
  expect(listed.getByText('1号')).toBeTruthy();
  expect(listed.queryByText('2号')).toBeNull();
});

test('a shelf without a risk says that it was looked at', async () => {
  desk(<GoodsTitles items={[{ id: 'p2', title: '棉质连衣裙' }]} judge={judge} products={[]} />);
  await settle();

  expect(screen.getByText('货架上 1 个标题没有发现风险词')).toBeTruthy();
});

test('a price that is not the shelf’s is told beside one’s own reply', async () => {
  const product = { id: 'p1', names: '连衣裙', facts: [{ label: '价格', value: '59元' }] };
  const reply = (value: string) => (
    <LogContext value={db}>
      <EngineContext value={engine}>
        <OwnReply
          value={value}
          checker={checker}
          product={product}
          limit={50}
          isFilling={false}
          field={{ current: null }}
          onChange={() => {}}
          onFill={() => {}}
          onOverrule={() => {}}
        />
      </EngineContext>
    </LogContext>
  );
  const { again } = show(reply('到手只要39元'));
  expect(screen.getByText('话里是 39元，货架上是 59元')).toBeTruthy();

  again(reply('到手只要59元'));
  expect(screen.queryByText(/货架上是/)).toBeNull();
});

test('a hit of the search is covered, its marks in place', async () => {
  const result: Result = {
    session: 's1',
    seq: 3,
    closeness: 'exact',
    at: start,
    kind: 'comment',
    who: '观众',
    text: '打我13800138000发货',
    intent: '',
    rules: [],
    marks: [[13, 15]],
    whoMarks: [],
    before: { who: '甲', text: '我是13900139000', isOurs: false },
    after: null,
  };
  show(<ResultRow result={result} />);

  expect(screen.getByText('发货').tagName).toBe('MARK');
  expect(document.body.innerHTML).not.toMatch(/13[89]00/);
});

test('a word for this session is found by the checker of this session only', async () => {
  const scope = { session: 's1' };
  await changeRules(db, (rules) => ({ ...rules, terms: [{ text: '秋千架', severity: 'S3', scope }] }));
  const Found = ({ id }: { id: string }) => {
    const { checker } = useChecker(engine, { ...session, id });
    const found = checker?.check('秋千架', { channel: 'public_reply' });
    return <output>{found ? `${id} ${found.length}` : ''}</output>;
  };
  show(
    <LogContext value={db}>
      <Found id="s1" />
      <Found id="s2" />
    </LogContext>,
  );

  await waitFor(() => screen.getByText('s1 1'));
  await waitFor(() => screen.getByText('s2 0'));
});

test('the test bench shows what was decided before', async () => {
  const [finding] = findings;
  await db.cases.add({
    at: start,
    who: '小王',
    text: sentence,
    finding: finding!,
    rule: finding!.rule,
    decision: 'false-hit',
    reason: '这是书名',
  });
  show(
    <LogContext value={db}>
      <TestBench checker={checker} product="general" onLocate={() => {}} />
    </LogContext>,
  );
  await settle();

  fireEvent.change(screen.getByLabelText('试一句', { selector: 'textarea' }), {
    target: { value: sentence },
  });

  await waitFor(() => screen.getByText('这是书名'));
});
