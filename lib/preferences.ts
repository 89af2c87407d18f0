import { type Language, languages, preferredLanguage } from './i18n/language.ts';
import { type Keys, readKeys } from './keys.ts';

/** Under this key of `browser.storage.local`. */
export const preferencesKey = 'preferences';

const themes = ['auto', 'light', 'dark'] as const;

/** How one person likes the screens; `auto` follows the browser and the system. */
export interface Preferences {
  language: 'auto' | Language;
  theme: (typeof themes)[number];
  keys: Keys;
}

/** Whatever was stored, as preferences; what is missing or misshapen becomes `auto` or the default. No zod: content scripts read it, too. */
export function readPreferences(stored: unknown): Preferences {
  const { language, theme, keys } = (stored ?? {}) as Partial<Record<keyof Preferences, unknown>>;
  return {
    language: languages.find((known) => known === language) ?? 'auto',
    theme: themes.find((known) => known === theme) ?? 'auto',
    keys: readKeys(keys),
  };
}

/** The language to speak; `accepted` as in `navigator.languages`. */
export const languageOf = (preferences: Preferences, accepted: readonly string[]): Language =>
  preferences.language === 'auto' ? preferredLanguage(accepted) : preferences.language;
