import type { Intent, Objection, Scene } from '../reply/types.ts';
import type { Row } from '../sheet/csv.ts';
import { type Incoming, incomingScript, type RowProblem, type ScriptDraft, shown } from './incoming.ts';
import { joinWordings, splitKeywords } from './rule-lines.ts';
import type { ShopScript } from './schema.ts';

/** The columns of a sheet of scripts, in order. */
const scriptColumns = ['id', 'code', 'text', 'examples', 'intent', 'scene', 'objection', 'product'] as const;
type ScriptColumn = (typeof scriptColumns)[number];

/** How columns and values are called in a sheet, in one language. */
export interface ScriptWords {
  columns: Record<ScriptColumn, string>;
  intents: Record<Intent, string>;
  scenes: Record<Scene, string>;
  objections: Record<Objection, string>;
}

/** Heads under which other tools keep the same. */
const others: Record<string, ScriptColumn> = {
  回复: 'text',
  回复内容: 'text',
  答案: 'text',
  内容: 'text',
  reply: 'text',
  answer: 'text',
  关键词: 'examples',
  关键字: 'examples',
  问题: 'examples',
  question: 'examples',
  questions: 'examples',
  question_examples: 'examples',
  keyword: 'examples',
  keywords: 'examples',
  快捷码: 'code',
  快捷短语: 'code',
  stage: 'scene',
};

/** The scripts as the rows of a sheet, head first. Lossless but for the time they were added. */
export const scriptRows = (scripts: readonly ShopScript[], words: ScriptWords): string[][] => [
  scriptColumns.map((column) => words.columns[column]),
  ...scripts.map((script) =>
    scriptColumns.map((column) => {
      switch (column) {
        case 'examples':
          return script.examples.join('\n');
        case 'intent':
          return words.intents[script.intent];
        case 'scene':
          return words.scenes[script.scene];
        case 'objection':
          return script.objection ? words.objections[script.objection] : '';
        default:
          return script[column] ?? '';
      }
    }),
  ),
];

/**
 * Reads the rows of a sheet, ours in any language or another tool's. Null when no head says where the replies are.
 *
 * @param known the words of every language
 */
export function readScriptRows(
  rows: readonly Row[],
  known: readonly ScriptWords[],
): Incoming<ScriptDraft>[] | null {
  const [head, ...body] = rows;
  const columns = head?.cells.map((cell) => columnOf(cell, known)) ?? [];
  if (!columns.includes('text')) return null;
  return body.flatMap(({ line, cells }) => readRow(line, cells, columns, known));
}

/** `keywords`: the questions as other tools write them, several in a cell. */
type Column = ScriptColumn | 'keywords';

function columnOf(cell: string, known: readonly ScriptWords[]): Column | null {
  const name = cell.trim();
  for (const { columns } of known) {
    const ours = scriptColumns.find((column) => columns[column] === name);
    if (ours) return ours;
  }
  const lower = name.toLowerCase();
  const other = others[lower];
  if (other === 'examples') return 'keywords';
  return other ?? scriptColumns.find((column) => column === lower) ?? null;
}

function readRow(
  line: number,
  cells: readonly string[],
  columns: readonly (Column | null)[],
  known: readonly ScriptWords[],
): Incoming<ScriptDraft>[] {
  const cell = (column: Column): string => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : (cells[at] ?? '').trim();
  };
  const texts = /\[or\]/i.test(cell('text')) ? joinWordings([cell('text')]) : [cell('text')];
  const wrong = (problem: RowProblem) => [{ line, problem, shown: shown(cell('text') || cells.join(' ')) }];
  const intent = idOf(
    cell('intent'),
    known.map(({ intents }) => intents),
  );
  if (intent === null) return wrong('unknown-intent');
  const scene = idOf(
    cell('scene'),
    known.map(({ scenes }) => scenes),
  );
  if (scene === null) return wrong('unknown-scene');
  const objection = idOf(
    cell('objection'),
    known.map(({ objections }) => objections),
  );
  if (objection === null) return wrong('unknown-objection');
  const rest = {
    examples: [...cell('examples').split('\n'), ...splitKeywords(cell('keywords'))],
    ...(intent && { intent }),
    ...(scene && { scene }),
    ...(objection && { objection }),
    ...(cell('product') && { product: cell('product') }),
    ...(cell('code') && { code: cell('code') }),
  };
  // one id is one script
  const id = texts.length === 1 && cell('id');
  return texts.map((text) => incomingScript(line, { text, ...rest, ...(id && { id }) }));
}

/** The id that a cell names, by itself or by its word in some language; undefined when empty, null when unknown. */
export function idOf<Name extends string>(
  cell: string,
  languages: readonly Record<Name, string>[],
): Name | undefined | null {
  if (cell === '') return undefined;
  for (const words of languages) {
    for (const [id, word] of Object.entries(words)) if (cell === word || cell === id) return id as Name;
  }
  return null;
}
