import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as engine from '../../components/engine.ts';
import { createJudge, type Memory } from '../../components/room/judge.ts';
import { JudgingContext, useJudge } from '../../components/room/use-judge.ts';
import { useChecker } from '../../components/use-checker.ts';
import { LogContext } from '../../components/use-log.ts';
import { compileRules, emptySettings } from '../../lib/compliance/index.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { changeRules } from '../../lib/log/rules.ts';
import { show } from './show.tsx';

const withTerm = (text: string) =>
  compileRules({ ...emptySettings, terms: [{ text, severity: 'S3' as const }] });

test('by other rules a text in which the same is found keeps its findings, another gets new ones', () => {
  const memory: Memory = new WeakMap();
  const [same, other] = [{ text: '最好的番茄' }, { text: '星空蓝好看' }];
  const before = createJudge(withTerm('甲乙丙'), memory);
  const [kept, none] = [before(same, 'public_reply'), before(other, 'public_reply')];

  const after = createJudge(withTerm('星空蓝'), memory);

  expect(kept).not.toEqual([]);
  expect(after(same, 'public_reply')).toBe(kept);
  expect(none).toEqual([]);
  expect(after(other, 'public_reply').map(({ text }) => text)).toEqual(['星空蓝']);
  expect(before(other, 'public_reply')).toEqual([]);
});

test('what shows findings follows a change of the rules before the page around it', async () => {
  const db = openDatabase(`judging-${crypto.randomUUID()}`);
  const said = { text: '星空蓝好看' };
  const seen: string[] = [];
  function Part() {
    const found = useJudge()?.(said, 'public_reply').length;
    seen.push(`part ${found}`);
    return <p>{found ?? '?'} 处</p>;
  }
  const part = <Part />;
  function Page() {
    const { checker, judging } = useChecker(engine);
    const found = checker?.check(said.text, { channel: 'public_reply' }).length;
    seen.push(`page ${found}`);
    return <JudgingContext value={judging}>{part}</JudgingContext>;
  }
  show(
    <LogContext value={db}>
      <Page />
    </LogContext>,
  );
  await screen.findByText('0 处');
  await waitFor(() => expect(seen).toContain('page 0'));

  await changeRules(db, (rules) => ({ ...rules, terms: [{ text: '星空蓝', severity: 'S3' }] }));

  await screen.findByText('1 处');
  await waitFor(() => expect(seen).toContain('page 1'));
  expect(seen.indexOf('part 1')).toBeLessThan(seen.indexOf('page 1'));
  await db.delete();
});
