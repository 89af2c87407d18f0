/** Codes that stand for what is not a letter in a folded text. */
export const hardBreak = 10;
export const question = 63;
export const softBreak = 44;
/** A letter of a script or plane that no term uses. */
export const unknownLetter = 0xe000;

export const isBreak = (code: number): boolean =>
  code === hardBreak || code === question || code === softBreak;
export const isHardBreak = (code: number): boolean => code === hardBreak || code === question;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLatin = (code: number): boolean => code >= 97 && code <= 122;
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** A sound drawn out while one speaks: 啊呀哦噢嗯呃. */
export const isBreath = (code: number): boolean =>
  code === 0x554a ||
  code === 0x5440 ||
  code === 0x54e6 ||
  code === 0x5662 ||
  code === 0x55ef ||
  code === 0x5443;
