import { ActEvent, type LoggedEvent } from '../model.ts';
import { readDirectory, unpackFile } from '../sheet/zip-directory.ts';
import { createAudit, type DrawAudit } from '../tools/audit.ts';
import { names } from './pack-files.ts';

/**
 * Draws the lots of every draw in an evidence pack again, after `verifyPack` has found the pack sound. Where the pack is
 * masked, people cannot be told apart: then the lots are checked, and the candidates are not. A tool's event that does
 * not have its shape counts as none.
 */
export async function verifyDraws(archive: Blob, isMasked: boolean): Promise<DrawAudit[]> {
  const directory = await readDirectory(archive);
  const file = 'files' in directory && directory.files.find(({ name }) => name === names.events);
  const auditor = createAudit({ isMasked });
  const audits: DrawAudit[] = [];
  if (!file) return audits;
  for await (const line of linesOf(unpackFile(archive, file))) {
    const event = eventOf(line);
    const audit = event && (await auditor.take(event));
    if (audit) audits.push(audit);
  }
  return audits;
}

const toolKinds: ReadonlySet<unknown> = new Set(['tool', 'tool-close', 'draw']);

function eventOf(line: string): LoggedEvent | null {
  const value = JSON.parse(line) as { kind?: unknown; seq?: unknown };
  if (typeof value.seq !== 'number') return null;
  if (toolKinds.has(value.kind) && !ActEvent.safeParse(value).success) return null;
  return value as LoggedEvent;
}

async function* linesOf(bytes: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of bytes) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield line;
  }
  if (rest !== '') yield rest;
}
