import { expect, test } from 'vitest';
import { readComment } from '../../../lib/reply/read.ts';
import { calmGain, toneGain, toneOf } from '../../../lib/room/tone.ts';
import { noTraits } from '../../../lib/room/viewer.ts';

const toneFor = (text: string, people = 0, traits = {}) =>
  toneOf({
    reading: readComment(text),
    people,
    traits: { ...noTraits(), ...traits },
  });

test.each([
  ['主播好呀', 'icebreak'],
  ['孕妇能用吗', 'resonance'],
  ['多少钱', 'conversion'],
  ['能退货吗', 'retention'],
])('%s sounds of %s', (text, scene) => {
  expect(toneFor(text).scene).toBe(scene);
});

test('who complains is not sold to; who has ordered and complains is to be kept', () => {
  expect(toneFor('质量太差了，垃圾').scene).toBe('resonance');
  expect(toneFor('质量太差了，垃圾', 1, { order: 1 })).toMatchObject({ scene: 'retention', isUpset: true });
});

test('a viewer is taken for what most of the askers are known for, and for nothing without evidence', () => {
  expect(toneFor('多少钱', 3, { fan: 2 }).viewer).toBe('fan');
  expect(toneFor('多少钱', 2, { cart: 1 }).viewer).toBeNull();
  expect(toneFor('多少钱').viewer).toBeNull();
});

test('a reply to the same doubt gains more than one that only sounds right', () => {
  const tone = { ...toneFor('多少钱'), objection: 'price' as const };

  const gain = (scene: 'conversion' | 'icebreak', objection?: 'price') =>
    toneGain(tone, { scene, ...(objection && { objection }) });
  expect(gain('icebreak', 'price')).toBeGreaterThan(gain('conversion'));
  expect(gain('conversion')).toBeGreaterThan(gain('icebreak'));
});

test('while the room is to be calmed, who is heard comes before who is pushed', () => {
  const gain = (scene: 'resonance' | 'conversion', text: string) => calmGain({ scene, text });

  expect(gain('resonance', '理解您的着急，马上帮您查')).toBeGreaterThan(gain('conversion', '这款今天29元'));
  expect(gain('conversion', '这款今天29元')).toBeGreaterThan(gain('conversion', '赶紧下单，手慢无'));
});
