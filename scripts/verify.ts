import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyPack } from '../lib/export/verify.ts';
import { verifyDraws } from '../lib/export/verify-draws.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // the seal as it was deposited elsewhere
    seal: { type: 'string' },
  },
});
const [file] = positionals;
if (!file || positionals.length > 1) {
  console.error('Say which pack: npm run verify -- FILE [--seal HEX]');
  process.exit(2);
}
const archive = await openAsBlob(file).catch(() => null);
if (!archive) {
  console.error(`Cannot open ${file}.`);
  process.exit(2);
}
const verdict = await verifyPack(archive, values.seal);
if (verdict.ok) {
  const { session, counts, chain } = verdict.manifest;
  const last = chain.files['events.jsonl']?.last ?? '';
  console.log(
    `Sound: ${basename(file)}, session ${session.id}, ${counts.events} events, ${counts.findings} of our own words; chain ends at ${last}; seal ${verdict.seal}${values.seal ? ', as deposited' : ''}.`,
  );
  for (const { seq, title, faults, isWhole } of await verifyDraws(archive, verdict.manifest.masked)) {
    const name = `draw ${seq}, ${JSON.stringify(title)}`;
    if (faults.length > 0) {
      console.error(`Not as drawn: ${name}: ${faults.join(', ')}.`);
      process.exitCode = 1;
    } else
      console.log(`Drawn again: ${name}${isWhole ? '' : ', the lots; its candidates are masked or gone'}.`);
  }
} else {
  for (const { file: part, event, what } of verdict.faults)
    console.error(`Not sound: ${part}${event === undefined ? '' : `, event ${event}`}: ${what}.`);
  process.exitCode = 1;
}
