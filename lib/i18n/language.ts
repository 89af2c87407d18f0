/** The languages of the screens, by their BCP 47 tag. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The first language that both the browser and we speak, Chinese when there is none. */
export function preferredLanguage(accepted: readonly string[]): Language {
  for (const tag of accepted) {
    const spoken = languages.find((language) => language.split('-')[0] === tag.toLowerCase().split('-')[0]);
    if (spoken) return spoken;
  }
  return 'zh-CN';
}
