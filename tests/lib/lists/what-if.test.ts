import { expect, test } from 'vitest';
import { compileRules, emptySettings, prepareRules } from '../../../lib/compliance/index.ts';
import type { RuleSettings, Term } from '../../../lib/compliance/types.ts';
import { createWhatIf, type Line } from '../../../lib/lists/what-if.ts';

const now = () => Date.UTC(2026, 10, 22);
const prepared = prepareRules();
const compile = (rules: RuleSettings) => compileRules(rules, now, prepared);
const list = (...terms: Term[]): RuleSettings => ({
  ...emptySettings,
  lists: [{ id: 'l', name: '表', hash: 'h', terms, allow: [] }],
});
const term = (text: string, severity: Term['severity'] = 'S2'): Term => ({ text, severity });
const line = (text: string, source: Line['source'] = 'comment', seq = 0): Line => ({
  source,
  text,
  place: { platform: 'douyin' },
  seq,
});
function whatIf(before: RuleSettings, after: RuleSettings, lines: readonly Line[]) {
  const run = createWhatIf(before, after, compile);
  for (const one of lines) run.look(one);
  return run.outcome();
}

test('a new list says how many comments, replies, scripts and titles it would flag, and which', () => {
  const outcome = whatIf(emptySettings, list(term('渠道价')), [
    line('这个渠道价多少', 'comment', 7),
    line('没有折扣'),
    line('渠道价给到大家', 'reply'),
    line('渠道价大衣', 'title'),
    line('今天现货', 'script'),
  ]);

  expect(outcome.read).toEqual({ comment: 2, reply: 1, script: 1, title: 1 });
  expect(outcome.counts).toMatchObject({
    comment: { new: 1 },
    reply: { new: 1 },
    script: { new: 0 },
    title: { new: 1 },
  });
  expect(outcome.words).toEqual([{ word: '渠道价', count: 3 }]);
  expect(outcome.hits.find(({ source }) => source === 'comment')).toMatchObject({ seq: 7, state: 'new' });
});

test('what goes, and what only changes its severity, is told apart from what is new', () => {
  const before = list(term('渠道价'), term('内购'), term('清仓'));
  const after = list(term('渠道价', 'S3'), term('清仓'), term('甩卖'));

  const { hits, counts } = whatIf(before, after, [line('渠道价'), line('内购'), line('清仓'), line('甩卖')]);

  expect(hits.map(({ text, state }) => [text, state]).sort()).toEqual(
    [
      ['内购', 'gone'],
      ['渠道价', 'changed'],
      ['甩卖', 'new'],
    ].sort(),
  );
  expect(counts.comment).toEqual({ new: 1, gone: 1, changed: 1 });
});

test('a built-in rule that is switched off or graded otherwise is replayed like a term', () => {
  const off = { ...emptySettings, off: { ...emptySettings.off, categories: ['A1'] } };
  const lines = [line('全网最好的面料', 'reply'), line('面料是棉的', 'reply')];

  expect(whatIf(emptySettings, off, lines).counts.reply).toMatchObject({ gone: 1, new: 0 });
  expect(whatIf(off, emptySettings, lines).counts.reply).toMatchObject({ gone: 0, new: 1 });
  const [rule] = compile(emptySettings).check('全网最好的面料', { channel: 'public_reply' });
  const milder = { ...emptySettings, levels: { [rule!.rule]: 'S1' as const } };
  expect(whatIf(emptySettings, milder, lines).counts.reply).toMatchObject({ changed: 1 });
});

test('a phrase that is let through shows what it frees', () => {
  const before = list(term('渠道'));
  const after = { ...before, allow: [{ text: '渠道正规' }] };

  expect(whatIf(before, after, [line('渠道正规吗'), line('渠道呢')]).counts.comment.gone).toBe(1);
});

test('what only looks like the term is told with its reason', () => {
  const terms = ['便', '假货', '清仓', '面膜'].map((text) => term(text));
  const { hits, doubtful } = whatIf(emptySettings, list(...terms), [
    line('这个方便吗'),
    line('不是假货'),
    line('清仓的收到了很喜欢'),
    line('面膜加我'),
  ]);

  const reasons = new Map(hits.map(({ text, doubts }) => [text, doubts.map(({ kind }) => kind)]));
  expect(reasons.get('这个方便吗')).toEqual(expect.arrayContaining(['inside-word', 'asked']));
  expect(reasons.get('不是假货')).toContain('denied');
  expect(reasons.get('清仓的收到了很喜欢')).toContain('praise');
  expect(reasons.get('面膜加我')).toEqual([]);
  expect(doubtful).toBe(3);
  expect(hits.find(({ text }) => text === '这个方便吗')?.doubts[0]).toEqual({
    kind: 'inside-word',
    word: '方便',
  });
});

test('a term that one comment in a hundred has is called an everyday word', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => line(i % 20 === 0 ? '链接发一下' : '在的'));

  const { hits } = whatIf(emptySettings, list(term('链接')), lines);

  expect(hits[0]?.doubts).toContainEqual({ kind: 'everyday', word: '链接', share: 0.05 });
});

test('what the screen leaves out would have been judged the same', () => {
  const before = list(term('渠道'), term('内购'));
  const after = {
    ...list(term('渠道'), term('清仓', 'S1')),
    quiet: [{ rule: 'P1-lowest', scope: { platform: 'douyin' as const } }],
    allow: [{ text: '最好看' }],
  };
  const pieces = ['渠道', '内购', '清仓', '全网最低价', '最好看', '今天', '加微信', '大家', '清 仓', '渠-道'];
  const lines = pieces.flatMap((a) => pieces.map((b) => line(a + b, 'reply')));
  const full = lines.filter(({ text, place }) => {
    const [a, b] = [before, after].map((rules) =>
      JSON.stringify(
        checkerOf(rules)
          .check(text, { ...place, channel: 'public_reply' })
          .filter(({ severity }) => severity !== 'S0')
          .map(({ start, end, severity, rule }) => [start, end, severity, rule]),
      ),
    );
    return a !== b;
  });

  const { counts } = whatIf(before, after, lines);

  expect(counts.reply.new + counts.reply.gone + counts.reply.changed).toBe(full.length);
  expect(full.length).toBeGreaterThan(20);
});

const checkers = new Map<RuleSettings, ReturnType<typeof compile>>();
function checkerOf(rules: RuleSettings) {
  const known = checkers.get(rules) ?? compile(rules);
  checkers.set(rules, known);
  return known;
}
