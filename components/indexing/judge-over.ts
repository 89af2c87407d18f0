import { compileRules, inPlace, type prepareRules } from '../../lib/compliance/index.ts';
import type { Channel, Checker } from '../../lib/compliance/types.ts';
import type { Database } from '../../lib/log/database.ts';
import { createRuleReader } from '../../lib/log/lists.ts';
import { keyOfRules, readRules } from '../../lib/log/rules.ts';
import type { Session } from '../../lib/model.ts';
import { nextTurn } from '../../lib/profile/holding.ts';
import type { Judge } from '../../lib/report/digest-of.ts';

/** A session that runs is judged for so long ahead (ms); the longest broadcasts last a day. */
const ahead = 48 * 3_600_000;

/** The rules over a session: what was said at night is judged by the night's profile, whenever it is looked at. */
export async function judgeOver(
  db: Database,
  { platform, roomId: room, startedAt, lastAt, endedAt }: Session,
  prepared: ReturnType<typeof prepareRules>,
): Promise<Judge> {
  const read = createRuleReader(db);
  const settings = await readRules(db);
  const end = endedAt === null ? startedAt + ahead : lastAt;
  const checkers = new Map<string, Checker>();
  const stretches: { from: number; checker: Checker }[] = [];
  for (let from: number | null = startedAt; from !== null && from <= end; from = nextTurn(settings, from)) {
    const rules = await read({ place: { platform, room }, now: from });
    const key = keyOfRules(rules);
    const checker = checkers.get(key) ?? compileRules(rules, Date.now, prepared);
    checkers.set(key, checker);
    stretches.push({ from, checker: inPlace(checker, { platform, room }) });
  }
  const first = stretches[0]!.checker;
  return {
    version: [...new Set([...checkers.values()].map(({ version }) => version))].join('\n'),
    check: (text: string, channel: Channel, at: number) =>
      (stretches.findLast(({ from }) => from <= at)?.checker ?? first).check(text, { channel }),
  };
}
