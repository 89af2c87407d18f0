import type { SegmentPart } from '../model.ts';
import type { Scene, Script } from '../reply/types.ts';
import type { ShowState } from '../room/show.ts';

const scenes: Partial<Record<SegmentPart, Scene>> = {
  suspense: 'icebreak',
  benefit: 'icebreak',
  content: 'resonance',
  questions: 'resonance',
  closing: 'conversion',
};

/** The scene that the segment of now plays in; null without one, or where its part does not tell. */
export function sceneNow({ now: run }: ShowState): Scene | null {
  const step = run?.endedAt === null ? run.steps.at(-1) : undefined;
  const part = step && run?.plan.segments[step.segment]?.part;
  return (part && scenes[part]) ?? null;
}

/** What a reply gains by the segment: less than by the comment itself, see `toneGain`. */
export const segmentGain = (scene: Scene | null, script: Pick<Script, 'scene'>): number =>
  script.scene === scene ? 0.01 : 0;
