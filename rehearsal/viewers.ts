import type { Intent } from '../lib/reply/types.ts';
import calcium from './viewers/calcium.json' with { type: 'json' };
import cashmere from './viewers/cashmere.json' with { type: 'json' };
import cream from './viewers/cream.json' with { type: 'json' };
import cup from './viewers/cup.json' with { type: 'json' };
import everyone from './viewers/everyone.json' with { type: 'json' };
import jerky from './viewers/jerky.json' with { type: 'json' };
import lamp from './viewers/lamp.json' with { type: 'json' };
import quilt from './viewers/quilt.json' with { type: 'json' };
import trenchCoat from './viewers/trench-coat.json' with { type: 'json' };
import trouble from './viewers/trouble.json' with { type: 'json' };

/** One written line of the viewers' script, with what a person reading it would say it wants. */
export interface Line {
  text: string;
  intent: Intent;
  /** what it is about; null: anything or nothing */
  product: string | null;
  /** some lines only make sense under one name */
  nick?: string;
}

type Written = string | { text: string; nick: string };
interface Sheet {
  product: string | null;
  lines: Partial<Record<Intent, Written[]>>;
}

const sheets: readonly Sheet[] = [
  trenchCoat,
  cashmere,
  quilt,
  cup,
  cream,
  jerky,
  calcium,
  lamp,
  everyone,
  trouble,
];

/** The whole script, sheet by sheet. Every text stands in it once. */
export const lines: readonly Line[] = sheets.flatMap(({ product, lines }) =>
  (Object.entries(lines) as [Intent, Written[]][]).flatMap(([intent, written]) =>
    written.map((line) =>
      typeof line === 'string' ? { text: line, intent, product } : { ...line, intent, product },
    ),
  ),
);
