import type { LoggedEvent } from '../model.ts';

/** How a script fared. */
export interface Usage {
  /** questions below which it was offered */
  shown: number;
  filled: number;
  /** of the filled ones, those whose words a person changed first */
  edited: number;
}

export interface UsageState {
  /** by id of the script */
  scripts: Map<string, Usage>;
  /** question and script that were counted as shown */
  seen: Set<string>;
}

export const createUsage = (): UsageState => ({ scripts: new Map(), seen: new Set() });

/** Counts one event, in place. Same events, same figures. */
export function foldUsage({ scripts, seen }: UsageState, event: LoggedEvent): void {
  const of = (script: string): Usage => {
    const usage = scripts.get(script) ?? { shown: 0, filled: 0, edited: 0 };
    scripts.set(script, usage);
    return usage;
  };
  if (event.kind === 'suggestion') {
    for (const { script, model } of event.replies) {
      const key = `${event.question}\n${script}`;
      if (model !== undefined || seen.has(key)) continue;
      seen.add(key);
      of(script).shown++;
    }
  } else if (event.kind === 'fill' && event.script !== undefined) {
    const usage = of(event.script);
    usage.filled++;
    if (event.edited) usage.edited++;
  }
}
