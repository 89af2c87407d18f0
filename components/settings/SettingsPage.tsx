import { SegmentedControl, TextInput } from '@mantine/core';
import { longestName } from '../../lib/preferences.ts';
import styles from '../console/page.module.css';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import { PolicySection } from '../policy/PolicySection.tsx';
import { VoiceSection } from '../voice/VoiceSection.tsx';
import { KeySection } from './KeySection.tsx';
import { ModelSection } from './ModelSection.tsx';
import { TaughtPages } from './TaughtPages.tsx';
import { WatchSection } from './WatchSection.tsx';

/** Language, appearance and how one is called; every open page follows at once. */
export function SettingsPage() {
  const text = useText();
  const [{ language, theme, name }, change] = usePreferences();
  return (
    <>
      <header className={styles.head}>
        <h1>{text.console.settings}</h1>
      </header>
      <div className={styles.body}>
        <div className={styles.form}>
          <h2>{text.settings.language}</h2>
          <SegmentedControl
            size="xs"
            aria-label={text.settings.language}
            value={language}
            onChange={(value) => change({ language: value })}
            data={[
              { value: 'auto', label: text.settings.languageAuto },
              { value: 'zh-CN', label: text.settings.zhCN },
              { value: 'en', label: text.settings.en },
            ]}
          />
          <h2>{text.settings.theme}</h2>
          <SegmentedControl
            size="xs"
            aria-label={text.settings.theme}
            value={theme}
            onChange={(value) => change({ theme: value })}
            data={[
              { value: 'auto', label: text.settings.auto },
              { value: 'light', label: text.settings.light },
              { value: 'dark', label: text.settings.dark },
            ]}
          />
          <h2>{text.settings.name}</h2>
          <TextInput
            size="xs"
            w={220}
            aria-label={text.settings.name}
            placeholder={text.settings.nameHint}
            maxLength={longestName}
            value={name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        </div>
        <KeySection />
        <WatchSection />
        <ModelSection />
        <VoiceSection />
        <TaughtPages />
        <PolicySection />
        <h2 className={styles.section}>{text.settings.privacy}</h2>
        <p className={styles.note}>{text.settings.privacyText}</p>
      </div>
    </>
  );
}
