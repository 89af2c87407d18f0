import { cpus } from 'node:os';
import { benchCompliance } from './bench/compliance.ts';
import { benchGate } from './bench/gate.ts';
import { benchOpening, benchSizes } from './bench/opening.ts';
import { benchPipeline } from './bench/pipeline.ts';
import { benchReply } from './bench/reply.ts';
import { buildExtension } from './drive/build.ts';
import { table } from './drive/table.ts';

/** The benches by name; `npm run bench -- NAME …` runs some of them. */
const benches: Record<string, () => string[][] | undefined | Promise<string[][]>> = {
  sizes: benchSizes,
  opening: benchOpening,
  pipeline: benchPipeline,
  reply: benchReply,
  gate: benchGate,
  compliance: () => void benchCompliance(),
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in benches));
if (unknown) throw new Error(`No bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`);

buildExtension();
console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const rows = await bench();
  if (rows) console.log(`\n${table(rows)}`);
}
