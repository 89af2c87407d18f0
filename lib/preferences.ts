import { type Language, languages, preferredLanguage } from './i18n/language.ts';
import { type Keys, readKeys } from './keys.ts';

/** Under this key of `browser.storage.local`. */
export const preferencesKey = 'preferences';

/** Longest name, in UTF-16 units. */
export const longestName = 20;

const themes = ['auto', 'light', 'dark'] as const;

/** How the prompter looks; `size` of the answer in CSS pixels. */
export const promptThemes = ['dark', 'light', 'contrast'] as const;
export const promptSizes = { least: 60, most: 120, step: 6, usual: 78 } as const;
export interface PrompterLook {
  size: number;
  theme: (typeof promptThemes)[number];
  /** for a pane of glass before the camera */
  mirror: boolean;
}

/** How one person likes the screens; `auto` follows the browser and the system. */
export interface Preferences {
  language: 'auto' | Language;
  theme: (typeof themes)[number];
  keys: Keys;
  /** what they call themselves in the trail of the rules; empty until they say */
  name: string;
  prompter: PrompterLook;
}

/** Whatever was stored, as preferences; what is missing or misshapen becomes `auto` or the default. No zod: content scripts read it, too. */
export function readPreferences(stored: unknown): Preferences {
  const { language, theme, keys, name, prompter } = (stored ?? {}) as Partial<
    Record<keyof Preferences, unknown>
  >;
  return {
    language: languages.find((known) => known === language) ?? 'auto',
    theme: themes.find((known) => known === theme) ?? 'auto',
    keys: readKeys(keys),
    name: typeof name === 'string' ? name.slice(0, longestName) : '',
    prompter: readLook(prompter),
  };
}

function readLook(stored: unknown): PrompterLook {
  const { size, theme, mirror } = (stored ?? {}) as Partial<Record<keyof PrompterLook, unknown>>;
  const { least, most, usual } = promptSizes;
  return {
    size: typeof size === 'number' && size >= least && size <= most ? Math.round(size) : usual,
    theme: promptThemes.find((known) => known === theme) ?? 'dark',
    mirror: mirror === true,
  };
}

/** The language to speak; `accepted` as in `navigator.languages`. */
export const languageOf = (preferences: Preferences, accepted: readonly string[]): Language =>
  preferences.language === 'auto' ? preferredLanguage(accepted) : preferences.language;
