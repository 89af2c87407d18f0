import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../lib/llm/failure.ts';
import { presets } from '../../lib/llm/presets.ts';
import type { Provider } from '../../lib/llm/provider.ts';
import { giveBackService } from '../give-back.ts';
import { askToReach } from '../reach.ts';
import { useLog, useProvider, useRules } from '../use-log.ts';
import { type Fields, fieldsOf, type Problem, readFields } from './provider-form.ts';
import { listModels, type Trial, tryProvider } from './try-provider.ts';

/** What is under way, or how the last thing went. */
export type Outcome =
  | { kind: 'asking' | 'testing' | 'saved' | 'removed' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'listed'; count: number }
  | { kind: 'tried'; trial: Trial };

/** The provider's form: fields, and what the buttons do. `stored` is undefined until it is read. */
export function useProviderForm() {
  const [stored, save] = useProvider();
  const db = useLog();
  const [rules] = useRules();
  const [fields, setFields] = useState<Fields | null>(null);
  const [models, setModels] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const trial = useRef(new AbortController());
  useEffect(() => () => trial.current.abort(), []);

  const shown = fields ?? fieldsOf(stored ?? null);
  const change = (part: Partial<Fields>) => {
    trial.current.abort();
    setFields({ ...shown, ...part });
    setOutcome(null);
  };

  /** Reads the fields and asks for the address: the click's own task must reach `askToReach`. */
  async function allowed(needsModel: boolean): Promise<Provider | null> {
    const read = readFields(shown, stored ?? null, { needsModel, now: Date.now() });
    if (!read.ok) {
      setOutcome({ kind: 'problem', problem: read.problem });
      return null;
    }
    setOutcome({ kind: 'asking' });
    if (await askToReach(read.origin)) return read.provider;
    setOutcome({ kind: 'failed', failure: { kind: 'no-permission' } });
    return null;
  }

  function begin(): AbortSignal {
    trial.current.abort();
    trial.current = new AbortController();
    setOutcome({ kind: 'testing' });
    return trial.current.signal;
  }

  return {
    stored,
    fields: shown,
    models,
    outcome,
    change,
    choose(preset: Fields['preset']) {
      setModels([]);
      change({ preset, address: presets[preset].address, key: '', model: '' });
    },
    async save() {
      const provider = await allowed(true);
      if (!provider) return;
      await save(provider);
      await giveBackService(db, stored);
      setFields(null);
      setOutcome({ kind: 'saved' });
    },
    async test() {
      const provider = await allowed(true);
      if (!provider) return;
      const signal = begin();
      const result = await tryProvider(provider, rules, signal);
      if (!signal.aborted) setOutcome({ kind: 'tried', trial: result });
    },
    async list() {
      const provider = await allowed(false);
      if (!provider) return;
      const signal = begin();
      const listed = await listModels(provider, signal);
      if (signal.aborted) return;
      if (listed.ok) setModels(listed.ids);
      setOutcome(
        listed.ok
          ? { kind: 'listed', count: listed.ids.length }
          : { kind: 'failed', failure: listed.failure },
      );
    },
    async remove() {
      trial.current.abort();
      await save(null);
      await giveBackService(db, stored);
      setFields(null);
      setModels([]);
      setOutcome({ kind: 'removed' });
    },
  };
}
