import { Button, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { formatShare } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './intake.module.css';
import { type Line, type Proposal, replayedSessions, type Tasks } from './tasks.ts';
import { WhatIfResult } from './WhatIfResult.tsx';

interface Props {
  line(): Line;
  stop(): void;
  proposal: Proposal;
}

/** Replays a proposal as soon as it is shown; it can be stopped. */
export function WhatIfView({ line, stop, proposal }: Props) {
  const text = useText();
  const words = text.intake;
  const [share, setShare] = useState<number | null>(0);
  const [outcome, setOutcome] = useState<Tasks['whatIf']['gives'] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef({ line, proposal });

  useEffect(() => {
    let isGone = false;
    const { line, proposal } = asked.current;
    const ask = async () =>
      line().ask('whatIf', { proposal, sessions: replayedSessions }, (done) => !isGone && setShare(done));
    // what cannot be tried is said, and can be done all the same
    ask().then(
      (found) => !isGone && setOutcome(found),
      () => !isGone && setShare(null),
    );
    return () => {
      isGone = true;
    };
  }, []);

  if (outcome) return <WhatIfResult outcome={outcome} />;
  if (problem !== null || share === null) return <p role="status">{problem ?? words.failed}</p>;
  return (
    <>
      <p className={styles.note}>{words.whatIfHint(String(replayedSessions))}</p>
      <div className={styles.bar}>
        <Progress value={share * 100} flex={1} transitionDuration={0} aria-label={words.whatIf} />
        <span className={styles.aside} role="status">
          {words.replaying(formatShare(share))}
        </span>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setProblem(words.stopped);
            stop();
          }}
        >
          {words.stop}
        </Button>
      </div>
    </>
  );
}
