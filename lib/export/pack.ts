import { type BuiltIn, builtInRules } from '../compliance/built-in.ts';
import type { Checker, RuleSettings } from '../compliance/types.ts';
import type { Database } from '../log/database.ts';
import { readContent } from '../log/lists.ts';
import { asKept, readRuleSets } from '../log/rule-sets.ts';
import type { LoggedEvent } from '../model.ts';
import { createBatch } from '../sheet/batch.ts';
import { createZipStream } from '../sheet/zip-stream.ts';
import { blockSize, createChain, sha256 } from './chain.ts';
import { headOf } from './jsonl.ts';
import { everyPage, type Order, sessionOf, type Write } from './order.ts';
import { type OwnWords, ownWordsIn } from './own-words.ts';
import { builtInFile, listFile, type Manifest, names, ruleFile } from './pack-files.ts';
import { readme } from './pack-readme.ts';
import { fields } from './raw-event.ts';
import { writeLines } from './raw-lines.ts';
import { createCutter } from './raw-page.ts';

interface Making {
  /** judges what was said in the room */
  checker: Checker;
  settings: RuleSettings;
  /** hash of the rules that come with this build */
  builtIn: string;
  made: { at: number; app: string; browser: string };
}

/**
 * Writes the evidence pack of a session: a zip of its log, what was found in our own words, the rule sets that judged,
 * and a hash chain over every line. Gives the seal, which is the SHA-256 of the manifest and stands for all of it.
 * Throws when the session is gone, or when stopped.
 */
export async function writePack(
  db: Database,
  order: Order,
  { checker, settings, builtIn, made }: Making,
  write: Write,
): Promise<{ seal: string }> {
  const session = await sessionOf(db, order);
  const encoder = new TextEncoder();
  const zip = createZipStream(write);
  const [events, findings] = [zip.file(names.events), zip.held(names.findings)];
  const blocks: string[] = [];
  const keep = (block: object) => void blocks.push(JSON.stringify(block));
  const chains = { events: createChain(names.events, keep), findings: createChain(names.findings, keep) };
  const counts = { events: 0, comments: 0, unreadable: 0, findings: 0 };
  const versions = new Set<string>();
  const whole: Order = { ...order, selection: {} };

  const out = createBatch(async (lines) => {
    await Promise.all([chains.events.add(lines), events.write(lines)]);
  });
  const find = async (found: readonly OwnWords[]) => {
    if (found.length === 0) return;
    const lines = encoder.encode(found.map((own) => `${JSON.stringify(own)}\n`).join(''));
    counts.findings += found.length;
    await Promise.all([chains.findings.add(lines), findings.write(lines)]);
  };
  await out.text(`${headOf(session, whole)}\n`);
  const cutter = createCutter();
  let seq = 0;
  for await (const page of everyPage(db, whole)) {
    counts.unreadable += page.first - seq;
    seq = page.first + page.count;
    counts.events += page.count;
    const cut = cutter(page);
    const found: OwnWords[] = [];
    for (let i = 0; i < page.count; i++) {
      const raw = cut.rawAt(i);
      if (raw?.kind === 'comment') counts.comments++;
      // what viewers said and did is neither ours nor judged
      if (raw && !raw.begins[fields.anchor]) continue;
      const event = cut.eventAt(i);
      if (!raw && event.kind === 'comment') counts.comments++;
      const version = versionIn(event);
      if (version) versions.add(version);
      const own = ownWordsIn(event, checker);
      if (own) found.push(own);
      if (own?.rules) versions.add(own.rules);
    }
    await writeLines(page, cut, order.mask, out);
    await find(found);
  }
  await out.text(`${JSON.stringify({ kind: 'end', events: counts.events })}\n`);
  await out.end();
  await events.close();
  await findings.close();
  const ends = { [names.events]: await chains.events.end(), [names.findings]: await chains.findings.end() };

  const files: Manifest['files'] = [];
  const add = async (name: string, text: string) => {
    const bytes = encoder.encode(text);
    files.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    const file = zip.held(name);
    await file.write(bytes);
    await file.close();
  };
  await add(names.readme, readme);
  await add(names.chain, blocks.map((block) => `${block}\n`).join(''));
  const sets = await readRuleSets(db, [...versions]);
  // what judges now is known, whether it was kept or not
  if (versions.has(checker.version) && !sets.some(({ version }) => version === checker.version))
    sets.push(asKept({ version: checker.version, builtIn, settings, at: made.at }));
  for (const set of sets) await add(ruleFile(set.version), JSON.stringify(set, null, 1));
  const held = new Set<string>();
  for (const { hash } of sets.flatMap(({ lists = [] }) => lists)) {
    const content = held.has(hash) ? null : await readContent(db, hash);
    if (!content) continue;
    held.add(hash);
    await add(listFile(hash), JSON.stringify(content));
  }
  const rules: BuiltIn = builtInRules();
  await add(builtInFile(builtIn), JSON.stringify({ hash: builtIn, ...rules }, null, 1));

  const manifest: Manifest = {
    kind: 'evidence',
    format: 1,
    made,
    session: { id: session.id, platform: session.platform, roomId: session.roomId },
    masked: order.mask,
    counts,
    chain: { hash: 'SHA-256', block: blockSize, files: ends },
    rules: [...versions].sort().map((version) => {
      const set = sets.find((one) => one.version === version);
      const lists = set?.lists?.map((list) => ({ ...list, kept: held.has(list.hash) }));
      return {
        version,
        ...(set && { builtIn: set.builtIn }),
        kept: set !== undefined,
        ...(lists && { lists }),
      };
    }),
    files: files.slice(),
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const seal = await sha256(encoder.encode(text));
  await add(names.manifest, text);
  await add(names.seal, `${seal}  ${names.manifest}\n`);
  await zip.end();
  return { seal };
}

function versionIn(event: LoggedEvent): string | null {
  return event.kind === 'draft' || event.kind === 'fill' || event.kind === 'suggestion' ? event.rules : null;
}
