import { expect, test } from 'vitest';
import { createShow, foldShow } from '../../../lib/room/show.ts';
import { toneGain } from '../../../lib/room/tone.ts';
import { sceneNow, segmentGain } from '../../../lib/show/scene.ts';

const start = 1_790_000_000_000;
const at = { at: start, seenAt: start };
const plan = {
  name: '晚场',
  segments: (['suspense', 'closing', 'other'] as const).map((part) => ({ name: part, part, length: 60 })),
};

test('the scene follows the segment, and there is none before, after, or where the part tells nothing', () => {
  const show = createShow();
  const seen = [sceneNow(show)];
  foldShow(show, { kind: 'show', ...at, show: 's', plan });
  seen.push(sceneNow(show));
  for (const to of [1, 2, 0, null]) {
    foldShow(show, { kind: 'segment', ...at, to });
    seen.push(sceneNow(show));
  }

  expect(seen).toEqual([null, 'icebreak', 'conversion', null, 'icebreak', null]);
});

test('what the comment is about weighs more than the segment', () => {
  const tone = { scene: 'retention', objection: null, viewer: null, isUpset: false } as const;
  const gain = (scene: 'retention' | 'conversion') =>
    toneGain(tone, { scene }) + segmentGain('conversion', { scene });

  expect(gain('retention')).toBeGreaterThan(gain('conversion'));
  expect(segmentGain('conversion', { scene: 'conversion' })).toBeGreaterThan(0);
});
