import { Button, Progress } from '@mantine/core';
import { formatCount } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from '../shop/shop.module.css';
import { Issues } from './Issues.tsx';
import type { CheckState } from './use-check-all.ts';

interface Props {
  state: CheckState;
  onCancel(): void;
  /** shows a script in the table */
  onShow(text: string): void;
}

const shownAtMost = 200;

/** How the check of all scripts goes, and what it found. */
export function CheckResults({ state, onCancel, onShow }: Props) {
  const { shop, common } = useText();
  const text = shop.check;
  if (state.kind === 'idle') return null;
  return (
    <section className={styles.section} aria-label={text.results}>
      {state.kind === 'working' && (
        <div className={styles.progress}>
          <Progress aria-label={text.results} value={(100 * state.done) / Math.max(1, state.all)} />
          <span>{text.working(formatCount(state.done), formatCount(state.all))}</span>
          <Button size="compact-xs" variant="default" onClick={onCancel}>
            {common.cancel}
          </Button>
        </div>
      )}
      <p role="status" className={styles.note}>
        {state.kind === 'cancelled' && text.cancelled}
        {state.kind === 'done' && text.done(formatCount(state.all), formatCount(state.bad))}
        {state.kind === 'done' && state.found.length === 0 && ` · ${text.fine}`}
      </p>
      {state.kind === 'done' && (
        <ul className={styles.lines}>
          {state.found.slice(0, shownAtMost).map(({ script, issues, twin }) => (
            <li key={script.id}>
              <bdi>{script.text}</bdi>
              {issues.length > 0 && <Issues issues={issues} />}
              {twin && <span>{twin.isSame ? shop.issues.same(twin.text) : shop.issues.near(twin.text)}</span>}
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${text.show} ${script.text}`}
                onClick={() => onShow(script.text)}
              >
                {text.show}
              </Button>
            </li>
          ))}
          {state.found.length > shownAtMost && (
            <li>{shop.import.rest(formatCount(state.found.length - shownAtMost))}</li>
          )}
        </ul>
      )}
    </section>
  );
}
