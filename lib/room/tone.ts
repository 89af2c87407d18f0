import { urges } from '../alarm/urge.ts';
import {
  type Intent,
  type Objection,
  type Reading,
  type Scene,
  type Script,
  scenes,
  type Trait,
} from '../reply/types.ts';
import type { Question } from './question.ts';

/** How a reply should sound, from what the comment says and the page's badges tell. */
export interface Tone {
  scene: Scene;
  objection: Objection | null;
  /** what most of the askers are known for, the most telling first; null when nothing is known */
  viewer: Trait | null;
  isUpset: boolean;
}

/** 破冰 · 共鸣 · 转化 · 留存: where each matter is at home. */
const homes: Record<Scene, readonly Intent[]> = {
  icebreak: ['greeting', 'praise', 'vote'],
  resonance: ['suitability', 'comparison', 'complaint', 'authenticity', 'ingredients'],
  conversion: ['price', 'coupon', 'stock', 'size', 'spec', 'link', 'shipping', 'usage'],
  retention: ['aftersale', 'order'],
};

/** Who has paid is spoken to as such, whatever else he is. */
const telling: readonly Trait[] = ['order', 'cart', 'fan', 'new'];

type Told = { reading: Reading } & Partial<Pick<Question, 'traits' | 'people'>>;

/** Reads the tone for a card or a single comment. Pure. */
export function toneOf({ reading, traits, people = 0 }: Told): Tone {
  const viewer = (traits && telling.find((trait) => traits[trait] * 2 > people)) ?? null;
  const { intent, objection, sentiment } = reading;
  const isUpset = sentiment === 'negative';
  const home = scenes.find((scene) => homes[scene].includes(intent)) ?? 'icebreak';
  // who has paid and is annoyed is to be kept, not sold to
  const scene = isUpset ? (viewer === 'order' ? 'retention' : 'resonance') : home;
  return { scene, objection, viewer, isUpset };
}

/** How much a reply gains while the room is to be calmed: who is heard is calmed, who is pushed is not. */
export const calmGain = ({ scene, text }: Pick<Script, 'scene' | 'text'>): number =>
  (scene === 'resonance' || scene === 'retention' ? 0.12 : 0) - (urges(text) ? 0.2 : 0);

/** How much a reply gains by its tone: it decides between answers that fit alike, and no more. */
export const toneGain = ({ scene, objection }: Tone, script: Pick<Script, 'scene' | 'objection'>): number =>
  (script.scene === scene ? 0.02 : 0) + (objection !== null && script.objection === objection ? 0.04 : 0);
