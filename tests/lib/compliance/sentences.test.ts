import { expect, test } from 'vitest';
import { scoreSentences } from '../../../scripts/bench/sentences.ts';

test.each(['dev', 'heldout'])('the %s sentences are judged as well as the goals ask', (part) => {
  const { byCategory, veiled, innocent } = scoreSentences(part);
  const all = [...byCategory.values()];
  const sum = (field: 'total' | 'found' | 'right') => all.reduce((total, score) => total + score[field], 0);

  expect(sum('found') / sum('total')).toBeGreaterThanOrEqual(0.95);
  expect(sum('right') / sum('found')).toBeGreaterThanOrEqual(0.93);
  for (const category of ['A1', 'A2', 'A3', 'A4']) {
    const { found, total } = byCategory.get(category)!;
    expect(found / total, category).toBeGreaterThanOrEqual(0.97);
  }
  expect(veiled.right / veiled.total).toBeGreaterThanOrEqual(0.91);
  expect(innocent.blocked / innocent.total).toBeLessThanOrEqual(0.025);
});

test.each(['dev2', 'dev3', 'dev4', 'dev5', 'dev6', 'dev7', 'dev8', 'dev9'])(
  'the %s sentences, once read, stay judged',
  (part) => {
    const { byCategory, innocent } = scoreSentences(part);
    const all = [...byCategory.values()];
    const sum = (field: 'total' | 'found' | 'right') => all.reduce((total, score) => total + score[field], 0);

    expect(sum('found') / sum('total')).toBeGreaterThanOrEqual(0.9);
    expect(sum('right') / sum('found')).toBeGreaterThanOrEqual(0.93);
    expect(innocent.blocked / innocent.total).toBeLessThanOrEqual(0.02);
  },
);

test.each(['dev12', 'dev17', 'dev18'])(
  'the %s disguises are found and its innocents left alone, once read',
  (part) => {
    const { veiled, innocent } = scoreSentences(part);

    expect(veiled.right / veiled.total).toBeGreaterThanOrEqual(0.9);
    expect(innocent.blocked / innocent.total).toBeLessThanOrEqual(0.02);
  },
);
