import { useText } from '../frame/use-text.ts';
import { Passed } from '../room/FindingList.tsx';
import { ProviderTrouble } from './ProviderTrouble.tsx';
import type { Outcome } from './use-provider-form.ts';

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** How saving, testing or reading the list went, and what to do next. */
export function ModelOutcome({ outcome }: { outcome: Outcome }) {
  const { assist: text } = useText();
  switch (outcome.kind) {
    case 'asking':
    case 'testing':
    case 'saved':
    case 'removed':
      return text[outcome.kind];
    case 'listed':
      return text.listed(outcome.count);
    case 'problem':
      return <b>{text.problems[outcome.problem]}</b>;
    case 'failed':
      return <ProviderTrouble failure={outcome.failure} />;
    case 'tried': {
      const { trial } = outcome;
      if (trial.kind === 'failed') return <ProviderTrouble failure={trial.failure} />;
      if (trial.kind === 'dropped') return <b>{text.testedBut(text.drops[trial.why])}</b>;
      return (
        <>
          <Passed label={text.tested(seconds(trial.first), seconds(trial.whole))} /> <q>{trial.text}</q>
        </>
      );
    }
  }
}
