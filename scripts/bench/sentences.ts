/**
 * Recall, right category and false alarms by category on labelled sentences:
 * `node scripts/bench/sentences.ts unseen` (or `heldout`, `dev` …; `--misses` lists what went wrong, for dev only).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRules } from '../../lib/compliance/index.ts';
import { isBlocking, type ProductCategory } from '../../lib/compliance/types.ts';

export interface Sentence {
  text: string;
  category?: string;
  /** other categories a careful lawyer would accept */
  also?: readonly string[];
  canonical?: string;
  product?: ProductCategory;
}

const folder = join(import.meta.dirname, '../../tests/lib/compliance/sentences');

export function readSentences(part: string, kind: string): Sentence[] {
  const file = join(folder, `${part}-${kind}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export interface Score {
  total: number;
  found: number;
  right: number;
}

/** Judges one part as host speech. */
export function scoreSentences(part: string, onMiss: (what: string, sentence: Sentence) => void = () => {}) {
  const checker = compileRules();
  const judge = ({ text, product }: Sentence) =>
    checker.check(text, { channel: 'host', category: product }).filter(({ severity }) => severity !== 'S0');
  const byCategory = new Map<string, Score>();
  const score = (category: string): Score => {
    const known = byCategory.get(category) ?? { total: 0, found: 0, right: 0 };
    byCategory.set(category, known);
    return known;
  };

  for (const sentence of readSentences(part, 'violations')) {
    const findings = judge(sentence);
    const counted = score(sentence.category!);
    counted.total++;
    if (findings.length === 0) onMiss(`missed ${sentence.category}`, sentence);
    else {
      counted.found++;
      const accepted = [sentence.category, ...(sentence.also ?? [])];
      if (findings.some(({ category }) => accepted.includes(category))) counted.right++;
      else onMiss(`${sentence.category} taken for ${findings.map(({ rule }) => rule)}`, sentence);
    }
  }

  const veiled: Score & { family: number; blocked: number } = {
    total: 0,
    found: 0,
    right: 0,
    family: 0,
    blocked: 0,
  };
  for (const sentence of readSentences(part, 'veiled')) {
    const findings = judge(sentence);
    veiled.total++;
    if (findings.length > 0) veiled.found++;
    if (findings.some(isBlocking)) veiled.blocked++;
    const accepted = [sentence.category, ...(sentence.also ?? [])];
    const family = findings.filter(({ category }) => accepted.includes(category));
    if (family.length > 0) veiled.right++;
    if (family.some(({ canonical }) => shares(canonical, sentence.canonical!))) veiled.family++;
    else
      onMiss(
        `veiled ${sentence.canonical}: ${findings.map(({ canonical, rule }) => `${canonical} ${rule}`)}`,
        sentence,
      );
  }

  const innocent = { total: 0, blocked: 0 };
  for (const sentence of readSentences(part, 'innocent')) {
    const blocking = judge(sentence).filter(isBlocking);
    innocent.total++;
    if (blocking.length > 0) {
      innocent.blocked++;
      onMiss(`alarm ${blocking.map(({ rule, text }) => `${rule} ${text}`)}`, sentence);
    }
  }
  return { byCategory, veiled, innocent };
}

/** Whether two canonical forms are of one family: one holds the other, or they share two letters in a row. */
function shares(found: string, wanted: string): boolean {
  if (found.includes(wanted) || wanted.includes(found)) return true;
  for (let at = 0; at + 2 <= wanted.length; at++) if (found.includes(wanted.slice(at, at + 2))) return true;
  return false;
}

const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;

export function printScores(part: string, showMisses: boolean): void {
  const misses: string[] = [];
  const { byCategory, veiled, innocent } = scoreSentences(part, (what, { text }) =>
    misses.push(`${what}  ←  ${text}`),
  );
  let total = 0;
  let found = 0;
  let right = 0;
  console.log('category  sentences  found  right category');
  for (const [category, score] of [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(
      `${category.padEnd(8)}  ${String(score.total).padStart(9)}  ${percent(score.found, score.total).padStart(7)}  ${percent(score.right, score.found).padStart(7)}`,
    );
    total += score.total;
    found += score.found;
    right += score.right;
  }
  console.log(
    `all violations: ${total}, found ${percent(found, total)}, right category ${percent(right, found)}`,
  );
  console.log(
    `veiled: ${veiled.total}, found ${percent(veiled.found, veiled.total)}, blocked ${percent(veiled.blocked, veiled.total)}, right category ${percent(veiled.right, veiled.total)}, canonical family ${percent(veiled.family, veiled.total)}`,
  );
  console.log(
    `innocent: ${innocent.total}, with a blocking finding ${percent(innocent.blocked, innocent.total)}`,
  );
  if (showMisses) console.log(misses.join('\n'));
}

if (import.meta.main) printScores(process.argv[2] ?? 'heldout', process.argv.includes('--misses'));
