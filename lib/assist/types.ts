import type { ProductCategory } from '../compliance/types.ts';
import type { Objection, Scene, Trait } from '../reply/types.ts';

/** One thing that is known of a product: 到手价 → 59元. */
export interface Fact {
  label: string;
  value: string;
}

/** What may be said of one product. The page's own shelf gives price and stock, the shop's table the rest. */
export interface ProductFacts {
  id: string;
  /** its names, in one string */
  names: string;
  /** its link number in the room, in digits */
  link?: string;
  category?: ProductCategory;
  facts: readonly Fact[];
}

/** A text that an answer may rest on: a reply of the library or a fact. The id is what the model cites. */
export interface Source {
  id: string;
  text: string;
  /** id of the reply in the library; absent for a fact */
  script?: string;
}

/** All that a draft is made from, and nothing else. */
export interface Grounds {
  /** the card's question in its askers' words, the first one first */
  asked: readonly string[];
  sources: readonly Source[];
  /** longest answer in UTF-16 units */
  limit: number;
  /** of the product, where it is known: the rules differ */
  category?: ProductCategory;
  scene?: Scene;
  objection?: Objection;
  /** what most of the askers are known for */
  viewer?: Trait;
  /** the asker is annoyed */
  upset?: boolean;
}

/** Why an answer is not offered. */
const drops = [
  'nothing-known',
  'malformed',
  'cut-off',
  'too-long',
  'odd-characters',
  'contact',
  'instructions',
  'numbers',
  'claims',
  'reversed',
  'echo',
  'ungrounded',
  'banned',
  'stale',
] as const;
export type Drop = (typeof drops)[number];
