import { Button, Modal, Radio, Stack } from '@mantine/core';
import { useCallback, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { readAddress } from '../../lib/llm/provider.ts';
import { type Transcriber, transcriberName } from '../../lib/llm/transcribers.ts';
import type { Database } from '../../lib/log/database.ts';
import { readSession } from '../../lib/log/reader.ts';
import { type EarSource, earSources } from '../../lib/model.ts';
import type { Voice } from '../../lib/room/voice.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { useWatch } from '../use-log.ts';
import { LevelMeter } from './LevelMeter.tsx';
import { unheardWords } from './unheard.ts';
import type { Ear } from './use-ear.ts';
import { useTranscriber } from './use-transcriber.ts';
import styles from './voice.module.css';

interface Props {
  ear: Ear;
  voice: Voice;
  /** the console's tab is there, so its sound can be had */
  hasTab: boolean;
  onConsole(address: string): void;
  onClose(): void;
}

/** The deliberate switch: what is listened to, who recognises it, and where the sound goes. */
export function EarDialog({ ear, voice, hasTab, onConsole, onClose }: Props) {
  const words = useText();
  const { voice: text, common } = words;
  const [transcriber] = useTranscriber();
  const [source, setSource] = useState<EarSource>('microphone');
  const isOff = ['off', 'lost', 'elsewhere'].includes(ear.state);
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      size="md"
      padding="sm"
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Stack gap="xs">
        <p className={styles.note}>{text.intro}</p>
        <Radio.Group
          label={text.source}
          value={source}
          onChange={(value) => setSource(value as EarSource)}
          size="xs"
        >
          <Stack gap={4} mt={4}>
            {earSources.map((one) => (
              <Radio
                key={one}
                size="xs"
                value={one}
                label={text.sources[one]}
                disabled={!isOff || (one === 'tab' && !hasTab)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <p className={styles.note}>
          {!transcriber
            ? text.none
            : transcriber.preset === 'device'
              ? text.toDevice
              : text.toHost(transcriberName(transcriber))}
        </p>
        <p role="status" className={styles.status} data-state={ear.state}>
          <b>{text.states[ear.state]}</b>
          {voice.heard + voice.unheard > 0 && (
            <>
              {' '}
              · {text.heard(formatCount(voice.heard))}
              {voice.unheard > 0 && ` · ${text.unheard(formatCount(voice.unheard))}`}
            </>
          )}
        </p>
        {ear.elsewhere !== null && <Elsewhere session={ear.elsewhere} />}
        {ear.state === 'lost' && <p role="alert">{text.whys.lost}</p>}
        {ear.pulse && <LevelMeter {...ear.pulse} />}
        {voice.trouble && ear.state === 'on' && <p role="alert">{unheardWords(words, voice.trouble)}</p>}
        {ear.problem && <p role="alert">{text.whys[ear.problem]}</p>}
        <div className={styles.buttons}>
          {isOff ? (
            <Button
              size="xs"
              disabled={!transcriber}
              onClick={() => void ear.start(source, originOf(transcriber))}
            >
              {ear.state === 'elsewhere' ? text.moveHere : text.start}
            </Button>
          ) : (
            <Button size="xs" variant="light" loading={ear.state !== 'on'} onClick={() => void ear.stop()}>
              {text.stop}
            </Button>
          )}
          {(!transcriber || ear.problem === 'device-not-ready') && (
            <Button size="xs" variant="default" onClick={() => onConsole(addressOf('settings'))}>
              {text.toSettings}
            </Button>
          )}
          {ear.problem === 'not-allowed' && (
            <Button size="xs" variant="default" onClick={() => onConsole(addressOf('voice'))}>
              {text.toRehearsal}
            </Button>
          )}
        </div>
      </Stack>
    </Modal>
  );
}

/** Which room's host is listened to instead. */
function Elsewhere({ session }: { session: string }) {
  const { voice: text, platforms, sessions } = useText();
  const { value } = useWatch(useCallback((db: Database) => readSession(db, session), [session]));
  if (!value) return null;
  return <p>{text.elsewhere(platforms[value.platform], value.title || sessions.untitled)}</p>;
}

/** What the recogniser is reached by; '' of one on this machine's own browser. */
function originOf(transcriber: Transcriber | null | undefined): string {
  const where = readAddress(transcriber?.address ?? '');
  return where.ok ? where.origin : '';
}
