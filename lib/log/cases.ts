import type { Finding } from '../model.ts';
import type { Database, KeptCase } from './database.ts';

/** Keeps what a person decided about a finding; gives its id. */
export const keepCase = (db: Database, kept: Omit<KeptCase, 'id'>): Promise<number> =>
  db.cases.add({
    ...kept,
    text: caseText(kept.text),
    reason: kept.reason.slice(0, longestReason),
  }) as Promise<number>;

/** Forgets a case: the decision was taken back. */
export const removeCase = (db: Database, id: number): Promise<void> => db.cases.delete(id);

/** What was decided before about the same rule, the same words first, then the newest; at most `limit`. */
export async function casesLike(
  db: Database,
  { rule, canonical }: Pick<Finding, 'rule' | 'canonical'>,
  limit = 5,
): Promise<KeptCase[]> {
  const found = await db.cases.where('rule').equals(rule).toArray();
  const isSame = (one: KeptCase): number => (one.finding.canonical === canonical ? 1 : 0);
  return found.sort((a, b) => isSame(b) - isSame(a) || b.at - a.at).slice(0, limit);
}

/** A sentence as a case keeps it. */
export const caseText = (text: string): string => text.slice(0, longestText);

/** Forgets the cases of these sentences: whoever wrote them wants them gone. Gives how many there were. */
export const removeCasesOf = (db: Database, texts: ReadonlySet<string>): Promise<number> =>
  db.cases.filter(({ text }) => texts.has(text)).delete();

/** Puts other words in the place of cases' sentences, where they differ. */
export const rewriteCases = (db: Database, change: (text: string) => string): Promise<number> =>
  db.cases
    .filter(({ text }) => change(text) !== text)
    .modify((kept) => {
      kept.text = change(kept.text);
    });

const longestText = 1000;
const longestReason = 200;
