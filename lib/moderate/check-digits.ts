const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const birth = /^(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** Whether 18 characters are a citizen's identity number: province, birthday, check digit (GB 11643-1999). */
export function isIdNumber(digits: string): boolean {
  if (!/^\d{17}[\dx]$/i.test(digits)) return false;
  if (!provinces.test(digits) || !birth.test(digits.slice(6, 14))) return false;
  const sum = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  return checks[sum % 11] === digits[17]!.toUpperCase();
}

/** Whether 16 to 19 digits are a bank card: a network's first digits and the Luhn check digit (ISO/IEC 7812-1). */
export function isBankCard(digits: string): boolean {
  if (!/^(?:62|4|5[1-5]|3[47]|35)\d{13,17}$/.test(digits)) return false;
  const isLong = digits.length >= 16 && digits.length <= 19;
  return isLong && luhn(digits) % 10 === 0;
}

function luhn(digits: string): number {
  let sum = 0;
  for (let at = digits.length - 1, isSecond = false; at >= 0; at--, isSecond = !isSecond) {
    const digit = Number(digits[at]) * (isSecond ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum;
}
