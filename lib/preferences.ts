import { type Language, languages, preferredLanguage } from './i18n/language.ts';

/** Under this key of `browser.storage.local`. */
export const preferencesKey = 'preferences';

const themes = ['auto', 'light', 'dark'] as const;

/** How one person likes the screens; `auto` follows the browser and the system. */
export interface Preferences {
  language: 'auto' | Language;
  theme: (typeof themes)[number];
}

/** Whatever was stored, as preferences; what is missing or misshapen becomes `auto`. No zod: content scripts read it, too. */
export function readPreferences(stored: unknown): Preferences {
  const { language, theme } = (stored ?? {}) as Partial<Record<keyof Preferences, unknown>>;
  return {
    language: languages.find((known) => known === language) ?? 'auto',
    theme: themes.find((known) => known === theme) ?? 'auto',
  };
}

/** The language to speak; `accepted` as in `navigator.languages`. */
export const languageOf = (preferences: Preferences, accepted: readonly string[]): Language =>
  preferences.language === 'auto' ? preferredLanguage(accepted) : preferences.language;
