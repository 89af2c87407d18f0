import { Button, Loader } from '@mantine/core';
import type { Checker } from '../../../lib/compliance/types.ts';
import { formatCount } from '../../../lib/i18n/format.ts';
import type { ShowPlan } from '../../../lib/model.ts';
import type { CheckId } from '../../../lib/show/checklist.ts';
import type { Page } from '../../console/use-route.ts';
import { Icon } from '../../frame/icons.tsx';
import { useText } from '../../frame/use-text.ts';
import { ToPage } from '../ToPage.tsx';
import styles from './show.module.css';
import { useBeforeLive } from './use-before-live.ts';

interface Props {
  plan: ShowPlan;
  checker: Checker | null;
  /** null when comments come in, else what is wrong */
  capture: string | null | undefined;
  /** the host's microphone; absent where nobody listens */
  voice?: 'off' | { trouble: string | null };
}

/** Where each fault is mended; capture is mended on the console's own page. */
const places: Partial<Record<CheckId, Page>> = {
  spoken: 'shows',
  scripts: 'scripts',
  products: 'products',
  evidence: 'rules',
  lists: 'rules',
  model: 'settings',
};

/** What is ready before going live, line by line: green, or why not and where to mend it. */
export function Checklist({ plan, checker, capture, voice = 'off' }: Props) {
  const { show } = useText();
  const text = show.check;
  const { checks, again } = useBeforeLive({ plan, checker, capture, voice });
  const faults = checks.filter(({ state }) => state === 'bad').length;
  const isLooking = checks.some(({ state }) => state === 'looking');
  return (
    <section aria-label={text.title}>
      <p
        role="status"
        className={styles.verdict}
        data-state={faults > 0 ? 'bad' : isLooking ? 'looking' : 'good'}
      >
        {isLooking ? text.looking : faults > 0 ? text.faults(formatCount(faults)) : text.ready}
      </p>
      <ul className={styles.checks}>
        {checks.map(({ id, state, wrong }) => (
          <li key={id} data-state={state}>
            {state === 'looking' ? (
              <Loader size={12} />
            ) : (
              <Icon name={state === 'good' ? 'passed' : state === 'bad' ? 'high' : 'exempt'} size={13} />
            )}
            <b>{text.names[id]}</b>
            <span>
              {state === 'looking' && text.looking}
              {state === 'good' && text.good[id]}
              {state === 'unused' && text.unused[id]}
              {state === 'bad' && text.bad[id](wrong.join('、'))}
            </span>
            {state === 'bad' && places[id] && <ToPage page={places[id]} label={text.mend} />}
          </li>
        ))}
      </ul>
      <Button size="compact-xs" variant="default" onClick={again}>
        {text.again}
      </Button>
    </section>
  );
}
