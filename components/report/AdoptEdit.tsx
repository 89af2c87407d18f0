import { Button } from '@mantine/core';
import { useState } from 'react';
import { isBlocking } from '../../lib/compliance/types.ts';
import { useText } from '../frame/use-text.ts';
import { useJudgeReply } from '../scripts/use-judge-reply.ts';
import { useChecker } from '../use-checker.ts';
import { useEngine } from '../use-engine.ts';
import { useScripts, useStarter } from '../use-shop.ts';

/** Makes what people made of a script its new words; a reply we bring along becomes one of the shop's own. */
export function AdoptEdit({ script: id, wording }: { script: string; wording: string }) {
  const { acts } = useText().report;
  const engine = useEngine();
  const { checker } = useChecker(engine);
  const judge = useJudgeReply(checker);
  const [scripts, change] = useScripts();
  const [starter] = useStarter();
  const [state, setState] = useState<'adopted' | 'failed' | null>(null);

  const own = scripts?.find((one) => one.id === id);
  const known = own ?? engine?.starterIn(starter).find((one) => one.id === id);
  const isBlocked = judge?.(wording).some(isBlocking) ?? false;
  const adopt = () => {
    if (!known) return;
    const row = own ?? {
      ...known,
      id: crypto.randomUUID(),
      addedAt: Date.now(),
      examples: [...known.examples],
    };
    change({ put: [{ ...row, text: wording }] }).then(
      () => setState('adopted'),
      () => setState('failed'),
    );
  };
  if (state === 'adopted' || own?.text === wording) return <span role="status">{acts.adopted}</span>;
  return (
    <>
      <Button size="compact-xs" variant="light" disabled={!judge || !known || isBlocked} onClick={adopt}>
        {acts.adopt}
      </Button>
      {isBlocked && <span role="status">{acts.blocked}</span>}
      {state === 'failed' && <span role="alert">{acts.adoptFailed}</span>}
    </>
  );
}
