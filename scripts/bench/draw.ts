import { loadavg } from 'node:os';
import { digestOf, drawLots } from '../../lib/tools/draw.ts';
import { candidatesOf, createTools, foldTool, hearInTools } from '../../lib/tools/run.ts';
import { percentile } from '../drive/paint.ts';

const people = 100_000;
const winners = 100;
const turns = 20;
const goal = 100;
const stamp = { at: 1_790_000_000_000, seenAt: 1_790_000_000_000 };

/** A draw among many, from what the fold has of them to the winners, and what an entry costs the fold. */
export async function benchDraw(): Promise<string[][]> {
  const tools = createTools();
  foldTool(tools, {
    kind: 'tool',
    ...stamp,
    seq: 0,
    id: 'draw',
    rules: '',
    setup: {
      what: 'draw',
      title: '抽',
      words: ['来了'],
      winners,
      prize: '',
      worth: null,
      blocked: ['加微信'],
      onceOnly: true,
      commitment: '0'.repeat(64),
    },
  });
  const began = performance.now();
  for (let seq = 1; seq <= people; seq++)
    hearInTools(tools, {
      kind: 'comment',
      ...stamp,
      seq,
      id: `${seq}`,
      idKind: 'feed',
      userId: `~${seq.toString(36)}`,
      nick: '观众',
      text: '来了',
      source: 'feed',
    });
  const each = ((performance.now() - began) / people) * 1000;
  const run = tools.runs[0]!;
  const ms: number[] = [];
  for (let i = 0; i < turns; i++) {
    const from = performance.now();
    const candidates = candidatesOf(run);
    const digest = await digestOf(candidates);
    await drawLots({ secret: i.toString(16).padStart(64, '0'), digest }, candidates.length, winners);
    ms.push(performance.now() - from);
  }
  const [p50, max] = [0.5, 1].map((p) => percentile(ms, p));
  return [
    [`draw, load ${loadavg()[0]?.toFixed(1)}`, 'measured', 'goal', ''],
    [
      `${winners} of ${run.people.size.toLocaleString('en')} candidates, p50 / max`,
      `${p50?.toFixed(1)} / ${max?.toFixed(1)} ms`,
      `≤ ${goal} ms`,
      (max ?? goal + 1) <= goal ? 'met' : 'MISSED',
    ],
    ['an entry in the fold', `${each.toFixed(2)} µs`, '', ''],
  ];
}
