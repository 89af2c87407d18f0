import { curveNames, curveOf } from '../../lib/alarm/curves.ts';
import { alarmsAt } from '../../lib/room/alarms.ts';
import { hotWords } from '../../lib/room/hot.ts';
import { percentile } from '../drive/paint.ts';
import { dayIncidents } from './day-incidents.ts';
import { benchAlarmDelay } from './day-panel.ts';
import { playDay } from './day-room.ts';

const hour = 3600;

/**
 * From a comment to its alarm in the real panel; then generated evenings in the fold itself: alarms of ten hours without incidents, twenty
 * incidents, and what figures, words and alarms cost in eight hours at 20/s.
 */
export async function benchDay(): Promise<string[][]> {
  return [...(await benchAlarmDelay()), ...steadyHours(), ...incidents(), ...longEvening()];
}

/** The seeds that thresholds were tuned on, and some that were first looked at when they stood. */
const tuned = 1;
const fresh = 20_001;

/** Every alarm of an evening without incidents is a false one. Injuries and lawyers are told of on no such evening. */
function steadyHours(): string[][] {
  return [
    ...steady('false alarms, ten steady hours at 0.5–20/s, fresh seeds', { seed: fresh }, '≤ 10 (1/h)'),
    ...steady('the same with the seeds the thresholds were tuned on', { seed: tuned }, '≤ 10 (1/h)'),
    ...steady('fresh seeds, with complaints that say watched words now and then', {
      seed: fresh,
      isGrave: true,
    }),
  ];
}

function steady(
  name: string,
  { seed, isGrave = false }: { seed: number; isGrave?: boolean },
  most = '',
): string[][] {
  const rates = [0.5, 1, 2, 3, 4, 5, 8, 10, 15, 20];
  const raised = rates.flatMap((rate, i) =>
    playDay({ seed: seed + i, rate, seconds: hour, isGrave }).state.alarms.list.map(
      ({ kind, subject }) => `${kind} ${subject}`,
    ),
  );
  return [
    [name, `${raised.length} (${(raised.length / rates.length).toFixed(1)}/h)`, most],
    ...[...new Set(raised)].map((one) => [
      `  ${one}`,
      String(raised.filter((other) => other === one).length),
      '',
    ]),
  ];
}

function incidents(): string[][] {
  const found = dayIncidents.map((incident, i) => {
    const { name, expects, from, later = 0 } = incident;
    const { state, start } = playDay({
      seed: 100 + i,
      rate: 3,
      seconds: incident.to + 60,
      incidents: [incident],
      later,
    });
    const hits = state.alarms.list.filter(
      ({ kind, at }) => expects.includes(kind) && at >= start + from * 1000,
    );
    const after = hits[0] ? (hits[0].at - start) / 1000 - from : null;
    return { name, after };
  });
  const delays = found.flatMap(({ after }) => after ?? []);
  return [
    [
      `scripted incidents missed, of ${dayIncidents.length}`,
      String(found.filter(({ after }) => after === null).length),
      '0',
    ],
    ['from an incident’s beginning to its alarm, median', `${percentile(delays, 0.5).toFixed(0)} s`, '30 s'],
    ...found.map(({ name, after }) => [`  ${name}`, after === null ? 'missed' : `${after.toFixed(0)} s`, '']),
  ];
}

/** Once a second the panel looks ahead, reads the words and draws each curve anew. */
function longEvening(): string[][] {
  const hours = 8;
  let look = 0;
  let second = 0;
  const { comments, took } = playDay({
    seed: 7,
    rate: 20,
    seconds: hours * hour,
    onEvent(event, state) {
      if (event.seenAt >= second + 1000) {
        second = event.seenAt;
        const from = performance.now();
        alarmsAt(state, event.seenAt + 1000);
        hotWords(state.hot, event.seenAt);
        for (const name of curveNames) curveOf(state.course, name);
        look += performance.now() - from;
      }
    },
  });
  const share = (ms: number) => `${((100 * ms) / (hours * hour * 1000)).toFixed(2)} %`;
  return [
    [`${hours} h at 20/s: comments`, comments.toLocaleString('en-US'), ''],
    ['folding them, all of the room', `${(took / 1000).toFixed(1)} s, ${share(took)}`, ''],
    ['looking once a second: figures, words, alarms', `${(look / 1000).toFixed(1)} s, ${share(look)}`, ''],
    ['both, of the main thread', share(took + look), '≤ 3 %'],
  ];
}
