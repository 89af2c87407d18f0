/**
 * Makes the character tables of the compliance engine from opencc-js and pinyin-pro:
 * `node scripts/make-tables.ts`. The result is committed; nothing here runs at use.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const folder = new URL('../lib/compliance/data/tables/', import.meta.url);
const first = 0x4e00;
const last = 0x9fa5;

const fromTaiwan = Converter({ from: 't', to: 'cn' });
const fromHongKong = Converter({ from: 'hk', to: 'cn' });
const fromJapan = Converter({ from: 'jp', to: 'cn' });

/** Characters of the mainland standard stand for themselves, whatever other places write them for. */
const standard = new Set<string>();
const gbk = new TextDecoder('gbk');
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) standard.add(gbk.decode(Uint8Array.of(high, low)));

function simplifiedOf(character: string): string {
  if (standard.has(character)) return character;
  for (const convert of [fromTaiwan, fromHongKong, fromJapan]) {
    const simple = convert(character);
    if (simple !== character && simple.length === 1) return simple;
  }
  return character;
}

const readingsOf = (character: string): string[] =>
  pinyin(character, { toneType: 'none', multiple: true, v: true })
    .split(' ')
    .filter((syllable) => /^[a-z]+$/.test(syllable));

let traditional = '';
let simplified = '';
const primary: string[] = [];
const others: [string, string][] = [];
for (let code = first; code <= last; code++) {
  const character = String.fromCharCode(code);
  const simple = simplifiedOf(character);
  if (simple !== character) {
    traditional += character;
    simplified += simple;
    primary.push('');
    continue;
  }
  const [main = '', ...more] = [...new Set(readingsOf(character))];
  primary.push(main);
  for (const syllable of more.slice(0, 2)) others.push([syllable, character]);
}

const syllables = [
  '',
  ...new Set([...primary, ...others.map(([syllable]) => syllable)].filter(Boolean)),
].sort();
const letterOf = new Map(syllables.map((syllable, index) => [syllable, String.fromCharCode(0x30 + index)]));
const otherReadings: Record<string, string> = {};
for (const [syllable, character] of others.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  otherReadings[syllable] = (otherReadings[syllable] ?? '') + character;

write('simplified.json', { traditional, simplified });
write('readings.json', {
  first,
  syllables: syllables.join(' '),
  primary: primary.map((syllable) => letterOf.get(syllable)).join(''),
  others: otherReadings,
});

function write(name: string, table: object): void {
  const text = `${JSON.stringify(table)}\n`;
  writeFileSync(new URL(name, folder), text);
  console.log(`${name}: ${Buffer.byteLength(text)} bytes, ${gzipSync(text).length} gzipped`);
}
