import { Button } from '@mantine/core';
import { formatClock, formatCount } from '../../lib/i18n/format.ts';
import { transcriberName } from '../../lib/llm/transcribers.ts';
import type { Outcome } from '../../lib/voice/ear.ts';
import { summaryOf } from '../../lib/voice/summary.ts';
import page from '../console/page.module.css';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { FindingList, Passed } from '../room/FindingList.tsx';
import { MarkedText } from '../room/MarkedText.tsx';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { LevelMeter } from './LevelMeter.tsx';
import { unheardWords } from './unheard.ts';
import { useRehearsal } from './use-rehearsal.ts';
import { useTranscriber } from './use-transcriber.ts';
import styles from './voice.module.css';

/** Scripts read aloud before going live, checked as the host's speech would be. */
export function VoicePage() {
  const { voice: text } = useText();
  const engine = useEngine(true);
  const { checker } = useChecker(engine);
  const [transcriber] = useTranscriber();
  const { heard, pulse, state, problem, start, stop } = useRehearsal(transcriber, checker);
  const sum = summaryOf(heard);
  return (
    <EngineContext value={engine}>
      <header className={page.head}>
        <h1>{text.rehearse}</h1>
        <div className={page.end}>
          {state === 'on' || state === 'ending' ? (
            <Button size="xs" variant="light" loading={state === 'ending'} onClick={() => void stop()}>
              {text.stop}
            </Button>
          ) : (
            <Button
              size="xs"
              loading={state === 'starting'}
              disabled={!transcriber || !checker}
              onClick={() => void start()}
            >
              {heard.length > 0 ? text.rehearseAgain : text.rehearseStart}
            </Button>
          )}
        </div>
      </header>
      <div className={page.body}>
        <p className={page.note}>{text.rehearseIntro}</p>
        <p className={page.note}>
          {transcriber === null && (
            <>
              {text.none} <a href={addressOf('settings')}>{text.toSettings}</a>
            </>
          )}
          {transcriber &&
            (transcriber.preset === 'device' ? text.toDevice : text.toHost(transcriberName(transcriber)))}
        </p>
        {problem && (
          <p role="alert">
            {text.whys[problem]}{' '}
            {problem === 'device-not-ready' && <a href={addressOf('settings')}>{text.toSettings}</a>}
          </p>
        )}
        {pulse && <LevelMeter {...pulse} />}
        {heard.length > 0 && (
          <p role="status">
            <b>
              {text.rehearseSum(
                formatCount(sum.sentences),
                formatCount(sum.letters),
                formatCount(sum.perMinute),
                formatCount(sum.risky),
              )}
            </b>
          </p>
        )}
        {heard.length === 0 && <p className={page.note}>{text.rehearseEmpty}</p>}
        <ol className={styles.sentences} aria-label={text.rehearse}>
          {heard.map((outcome) => (
            <Sentence key={`${outcome.kind}${outcome.from}`} outcome={outcome} />
          ))}
        </ol>
      </div>
    </EngineContext>
  );
}

function Sentence({ outcome }: { outcome: Outcome }) {
  const words = useText();
  const { voice: text } = words;
  const time = <time className={styles.note}>{formatClock(outcome.from)} </time>;
  if (outcome.kind === 'unheard')
    return (
      <li className={styles.note}>
        {time}
        {unheardWords(words, outcome.why)}
      </li>
    );
  const shown = outcome.findings.filter(({ severity }) => severity !== 'S0');
  return (
    <li>
      {time}
      <MarkedText text={outcome.text} findings={outcome.findings} />{' '}
      {shown.length === 0 && <Passed label={text.clean} />}
      <FindingList findings={outcome.findings} sentence={outcome.text} />
    </li>
  );
}
