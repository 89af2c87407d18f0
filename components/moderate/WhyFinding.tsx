import { Button, TextInput } from '@mantine/core';
import { useContext, useState } from 'react';
import type { Scope } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import { type Place, withoutRule } from '../../lib/moderate/deeds.ts';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { useLocks } from '../policy/use-locks.ts';
import { Severity } from '../room/FindingList.tsx';
import { EngineContext } from '../use-engine.ts';
import styles from './desk.module.css';
import { PastCases } from './PastCases.tsx';
import type { Deeds } from './use-deeds.ts';

interface Props {
  finding: Finding;
  /** the sentence it was found in */
  text: string;
  place: Place | null;
  deeds: Deeds;
  onDone(): void;
}

/** A reason is a sentence, not a key that was hit. */
const shortestReason = 4;

/** Why one thing was found, what was decided before, and how to quiet the rule or call it wrong. */
export function WhyFinding({ finding, text: sentence, place, deeds, onDone }: Props) {
  const text = useText();
  const { moderate } = text;
  const engine = useContext(EngineContext);
  const [reason, setReason] = useState('');
  const isFirm = useLocks().rule(finding.rule, finding.list);
  const isReason = reason.trim().length >= shortestReason;

  const quiet = (scope?: Scope) => {
    void deeds.change(moderate.offDone(finding.rule), (rules) => withoutRule(rules, finding, scope));
    onDone();
  };
  const keep = () => {
    if (!isReason) return;
    void deeds.keep({ text: sentence, finding, decision: 'false-hit', reason: reason.trim() });
    onDone();
  };
  return (
    <section className={styles.why} aria-label={`${moderate.why} ${finding.text}`}>
      <header>
        <Severity level={finding.severity} /> <q>{finding.text}</q>
      </header>
      <dl>
        <dt>{moderate.rule}</dt>
        <dd>
          {engine?.categoryName(finding.category)} <code>{finding.rule}</code>
        </dd>
        <dt>{moderate.basis}</dt>
        <dd>{finding.basis}</dd>
        {finding.canonical !== finding.text && (
          <>
            <dt>{finding.evasion ? text.findings.evasion : moderate.read}</dt>
            <dd>{finding.canonical}</dd>
          </>
        )}
        {finding.exemption && (
          <>
            <dt>{moderate.exempt}</dt>
            <dd>{finding.reason ?? finding.exemption}</dd>
          </>
        )}
      </dl>
      <PastCases finding={finding} />
      {isFirm && <LockLine />}
      <fieldset className={styles.acts} aria-label={moderate.off} disabled={isFirm}>
        <span>{moderate.off}</span>
        {place && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => quiet({ platform: place.platform, room: place.room })}
            >
              {moderate.offIn.room}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => quiet({ session: place.session })}>
              {moderate.offIn.session}
            </Button>
          </>
        )}
        <Button size="compact-xs" variant="default" onClick={() => quiet()}>
          {moderate.offIn.all}
        </Button>
      </fieldset>
      <div className={styles.wrong}>
        <TextInput
          size="xs"
          aria-label={moderate.falseHitReason}
          placeholder={moderate.falseHitReason}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
          }}
        />
        <Button size="xs" variant="default" disabled={!isReason} onClick={keep}>
          {moderate.falseHitKeep}
        </Button>
      </div>
    </section>
  );
}
