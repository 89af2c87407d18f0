/**
 * Judges sentences: JSON Lines `{"id","text"[,"channel","category","platform"]}` on standard input, one line
 * with findings per line in, in order. `--channel=host --category=food` name what a line does not; names may
 * also be written as people call them, such as 口播 or 化妆品.
 * A line that cannot be read gets `{"id","error"}`; the exit code is then 1.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { compileRules } from '../lib/compliance/index.ts';
import type { CheckContext } from '../lib/compliance/types.ts';
import { readCategory, readChannel, readPlatform } from './scan/names.ts';

const { values } = parseArgs({
  options: { channel: { type: 'string' }, category: { type: 'string' }, platform: { type: 'string' } },
});
const given = contextOf(values, { channel: 'host' });
const checker = compileRules();
let failed = false;

process.stdout.on('error', () => process.exit(1));
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  if (!process.stdout.write(`${JSON.stringify(judge(line))}\n`)) await once(process.stdout, 'drain');
}
process.exitCode = failed ? 1 : 0;

function judge(line: string): object {
  let id: unknown = null;
  try {
    const entry: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      throw new Error('Not an object.');
    const fields = entry as Record<string, unknown>;
    if (typeof fields.id === 'string' || typeof fields.id === 'number') id = fields.id;
    if (id === null) throw new Error('"id" must be a string or a number.');
    if (typeof fields.text !== 'string') throw new Error('"text" must be a string.');
    const findings = checker.check(fields.text, contextOf(fields, given));
    return { id, findings: findings.map(({ list: _, ...finding }) => finding) };
  } catch (error) {
    failed = true;
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function contextOf(fields: Record<string, unknown>, otherwise: CheckContext): CheckContext {
  return {
    channel: readChannel(fields.channel) ?? otherwise.channel,
    category: readCategory(fields.category) ?? otherwise.category,
    platform: readPlatform(fields.platform) ?? otherwise.platform,
  };
}
