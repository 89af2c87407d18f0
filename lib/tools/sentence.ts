import type { ToolRun } from './run.ts';

/**
 * What came of a tool, in a sentence for the room, in the room's language; null while there is nothing to tell. Names
 * stand behind an @, so that who wants to be forgotten is found in it. `limit` in UTF-16 units: as many names as fit.
 */
export function sentenceOf(run: ToolRun, names: readonly string[], limit: number): string | null {
  const { setup, counts, count, closedAt, isDropped, drawn } = run;
  if (isDropped || setup.what === 'countdown') return null;
  if (setup.what === 'draw')
    return (
      drawn && withNames(`抽取结果（共${drawn.candidates}人参与）：`, names, drawn.winners.length, limit)
    );
  if (closedAt === null) return null;
  if (setup.what === 'quiz') {
    const told = `答案是${setup.right[0]}，${counts[1] ?? 0}人答对`;
    return names.length > 0 ? withNames(`${told}，最先答对：`, names, names.length, limit) : told;
  }
  const options = setup.options
    .map(({ name }, i) => ({ name, votes: counts[i] ?? 0 }))
    .sort((a, b) => b.votes - a.votes);
  const whole = `投票结果：${options.map(({ name, votes }) => `${name}${votes}票`).join('，')}，共${count}人`;
  const [first] = options;
  return whole.length <= limit || !first
    ? whole
    : `投票结果：${first.name}${first.votes}票领先，共${count}人`;
}

function withNames(head: string, names: readonly string[], all: number, limit: number): string {
  for (let shown = names.length; shown > 0; shown--) {
    const rest = all > shown ? `等${all}位` : '';
    const text = `${head}${names
      .slice(0, shown)
      .map((name) => `@${name}`)
      .join('、')}${rest}`;
    if (text.length <= limit) return text;
  }
  return `${head}共${all}位`;
}
