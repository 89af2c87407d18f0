import { promptThemes } from '../../lib/preferences.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import styles from './prompter.module.css';
import { lookAfter, type PromptActs, toggleFullscreen } from './use-prompt-keys.ts';

interface Props {
  acts: PromptActs;
  onFloat: (() => void) | undefined;
  face: Element | null;
}

/** All that the keys do, for a pointer: out of sight until one moves there or the focus comes in. */
export function Bar({ acts, onFloat, face }: Props) {
  const { prompter: text } = useText();
  const [{ prompter: look }, change] = usePreferences();
  const turn = (key: string) => () => change({ prompter: { ...look, ...lookAfter(key, look) } });
  return (
    <div className={styles.bar} role="toolbar" aria-label={text.bar} title={text.keys}>
      <Press label={text.previous} onPress={acts.back} />
      <Press label={text.following} onPress={acts.next} />
      <Press label={text.spoken} onPress={acts.spoken} />
      <Press label={text.clear} onPress={acts.clear} />
      <span className={styles.gap} />
      <Press label="A−" name={text.smaller} onPress={turn('-')} />
      <output>{text.size(String(look.size))}</output>
      <Press label="A+" name={text.larger} onPress={turn('+')} />
      <Press label={text.mirror} isOn={look.mirror} onPress={turn('m')} />
      <select
        className={styles.button}
        aria-label={text.theme}
        value={look.theme}
        onChange={({ currentTarget: { value } }) =>
          change({ prompter: { ...look, theme: value as typeof look.theme } })
        }
      >
        {promptThemes.map((theme) => (
          <option key={theme} value={theme}>
            {text.themes[theme]}
          </option>
        ))}
      </select>
      {onFloat && <Press label={text.float} name={text.floatHint} onPress={onFloat} />}
      <Press label={text.fullscreen} onPress={() => toggleFullscreen(face)} />
    </div>
  );
}

interface PressProps {
  label: string;
  name?: string;
  isOn?: boolean;
  onPress: (() => void) | undefined;
}

function Press({ label, name, isOn, onPress }: PressProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      title={name}
      aria-pressed={isOn}
      disabled={!onPress}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
