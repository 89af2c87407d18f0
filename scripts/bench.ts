import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchCalls } from './bench/calls.ts';
import { benchCompliance } from './bench/compliance.ts';
import { benchDay } from './bench/day.ts';
import { benchDesk } from './bench/desk.ts';
import { benchDraw } from './bench/draw.ts';
import { benchExport } from './bench/export.ts';
import { benchFrames } from './bench/frames.ts';
import { benchGate } from './bench/gate.ts';
import { benchIntake } from './bench/intake.ts';
import { benchOpening, benchSizes } from './bench/opening.ts';
import { benchPipeline } from './bench/pipeline.ts';
import { benchPolite } from './bench/polite.ts';
import { benchPrompter } from './bench/prompter.ts';
import { benchReliability } from './bench/reliability.ts';
import { benchReply } from './bench/reply.ts';
import { benchReport } from './bench/report.ts';
import { benchSearch } from './bench/search.ts';
import { benchSession } from './bench/session.ts';
import { benchStorage } from './bench/storage.ts';
import { benchSuggest } from './bench/suggest.ts';
import { benchVoice } from './bench/voice.ts';
import { buildExtension } from './drive/build.ts';
import { table } from './drive/table.ts';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    // of reliability: shorter runs, or only some of its parts
    minutes: { type: 'string', default: '10' },
    flood: { type: 'string', default: '60' },
    'flood-rate': { type: 'string', default: '5000' },
    kills: { type: 'string', default: '20' },
    // of polite: seconds of each run, and runs with and without the extension
    seconds: { type: 'string', default: '20' },
    turns: { type: 'string', default: '3' },
    // of desk: how often a list is switched on and off; of voice: how often the host slips
    switches: { type: 'string', default: '30' },
    part: { type: 'string', multiple: true, default: [] },
    // of export and session
    events: { type: 'string', default: '1000000' },
  },
});

/** The benches by name; `npm run bench -- NAME …` runs some of them. */
const benches: Record<string, () => string[][] | undefined | Promise<string[][]>> = {
  sizes: benchSizes,
  opening: benchOpening,
  pipeline: benchPipeline,
  polite: () => benchPolite({ seconds: Number(values.seconds), turns: Number(values.turns) }),
  reliability: () =>
    benchReliability({
      minutes: Number(values.minutes),
      flood: Number(values.flood),
      floodRate: Number(values['flood-rate']),
      kills: Number(values.kills),
      parts: values.part,
    }),
  frames: benchFrames,
  day: benchDay,
  prompter: benchPrompter,
  draw: benchDraw,
  desk: () => benchDesk({ turns: Number(values.switches) }),
  export: () => benchExport({ events: Number(values.events) }),
  suggest: benchSuggest,
  voice: () => benchVoice({ sentences: Number(values.switches) }),
  reply: benchReply,
  gate: benchGate,
  calls: benchCalls,
  report: () => benchReport({ events: Number(values.events) }),
  session: () => benchSession({ events: Number(values.events) }),
  storage: () => benchStorage({ parts: values.part, kills: Number(values.kills) }),
  search: benchSearch,
  intake: benchIntake,
  compliance: () => void benchCompliance(),
};

const unknown = names.find((name) => !(name in benches));
if (unknown) throw new Error(`No bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`);

buildExtension();
console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`);
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const rows = await bench();
  if (rows) console.log(`\n${table(rows)}`);
}
