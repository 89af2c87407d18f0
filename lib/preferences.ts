import { type Language, languages, preferredLanguage } from './i18n/language.ts';
import { type Keys, readKeys } from './keys.ts';

/** Under this key of `browser.storage.local`. */
export const preferencesKey = 'preferences';

/** Longest name, in UTF-16 units. */
export const longestName = 20;

const themes = ['auto', 'light', 'dark'] as const;

/** How one person likes the screens; `auto` follows the browser and the system. */
export interface Preferences {
  language: 'auto' | Language;
  theme: (typeof themes)[number];
  keys: Keys;
  /** what they call themselves in the trail of the rules; empty until they say */
  name: string;
}

/** Whatever was stored, as preferences; what is missing or misshapen becomes `auto` or the default. No zod: content scripts read it, too. */
export function readPreferences(stored: unknown): Preferences {
  const { language, theme, keys, name } = (stored ?? {}) as Partial<Record<keyof Preferences, unknown>>;
  return {
    language: languages.find((known) => known === language) ?? 'auto',
    theme: themes.find((known) => known === theme) ?? 'auto',
    keys: readKeys(keys),
    name: typeof name === 'string' ? name.slice(0, longestName) : '',
  };
}

/** The language to speak; `accepted` as in `navigator.languages`. */
export const languageOf = (preferences: Preferences, accepted: readonly string[]): Language =>
  preferences.language === 'auto' ? preferredLanguage(accepted) : preferences.language;
