/**
 * Times the compliance engine beside a floor, one RegExp and @monyone/aho-corasick, in one run:
 * `node scripts/bench/compliance.ts`. Medians of several passes over made-up comments.
 */
import { AhoCorasick } from '@monyone/aho-corasick';
import { compileRules, emptySettings, ruleCatalogue } from '../../lib/compliance/index.ts';
import { createFolded, fold } from '../../lib/compliance/text/fold.ts';
import { buildFoldTable } from '../../lib/compliance/text/fold-table.ts';
import type { Channel, Checker } from '../../lib/compliance/types.ts';

const comments = 200_000;
const passes = 5;

/** Prints the tables; about a minute. */
export function benchCompliance(): void {
  const random = seeded(7);
  const short = Array.from({ length: comments }, () => comment(random, 20, 40));
  const long = Array.from({ length: 20_000 }, () => comment(random, 100, 100));
  const utterances = Array.from({ length: 5_000 }, () => comment(random, 200, 200));
  const letters = short.reduce((sum, text) => sum + text.length, 0);
  const allOff = { lists: ruleCatalogue.map(({ id }) => id), categories: [], rules: [] };

  console.log(`matching alone, ${comments} comments, ns per letter (times the floor)`);
  console.log('terms      floor   folding        ours on top    aho-corasick   RegExp');
  for (const count of [300, 3_000, 30_000]) {
    const terms = Array.from({ length: count }, () => term(random));
    const own = compileRules({
      ...emptySettings,
      off: allOff,
      terms: terms.map((text) => ({ text, severity: 'S2' })),
    });
    const corasick = new AhoCorasick(terms);
    const expression = new RegExp(terms.join('|'));
    const sample = count > 3_000 ? short.slice(0, 1_000) : short.slice(0, 20_000);
    const sampleLetters = sample.reduce((sum, text) => sum + text.length, 0);
    const floor = perLetter(letters, () => touch(short));
    const whole = perLetter(letters, () => judgeAll(own, short, 'viewer_comment'));
    const folding = perLetter(letters, () => foldAll(short));
    const ours = Math.max(0, whole - folding);
    const theirs = perLetter(letters, () => {
      for (const text of short) corasick.hasKeywordInText(text);
    });
    const regexp = perLetter(sampleLetters, () => {
      for (const text of sample) expression.test(text);
    });
    const cell = (value: number): string => `${value.toFixed(1)} (${(value / floor).toFixed(1)}×)`.padEnd(15);
    console.log(
      `${String(count).padEnd(9)}  ${floor.toFixed(1).padEnd(6)}  ${cell(folding)}${cell(ours)}${cell(theirs)}${cell(regexp)}`,
    );
  }

  const checker = compileRules();
  console.log('\nthe whole check, built-in rules');
  for (const [name, texts, channel] of [
    ['comments of 20–40 letters, as viewers', short, 'viewer_comment'],
    ['comments of 20–40 letters, as host', short.slice(0, 50_000), 'host'],
    ['utterances of 100 letters, as host', long, 'host'],
  ] as const) {
    const time = median(passes, () => judgeAll(checker, texts, channel));
    const each = (time * 1_000) / texts.length;
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    console.log(
      `${name}: ${each.toFixed(2)} µs each, ${Math.round(1e6 / each)} per second, ${((time * 1e6) / units).toFixed(0)} ns per letter`,
    );
  }
  const times = utterances
    .map((text) => timed(() => checker.check(text, { channel: 'host' })))
    .sort((a, b) => a - b);
  const at = (share: number): string => `${(times[Math.floor(times.length * share)]! * 1_000).toFixed(0)} µs`;
  console.log(`utterances of 200 letters, as host: p50 ${at(0.5)}, p99 ${at(0.99)}`);

  console.log('\ncompiling');
  console.log(`built-in rules: ${median(9, () => compileRules()).toFixed(0)} ms`);
  const many = Array.from({ length: 30_000 }, () => ({
    text: comment(random, 3, 8),
    severity: 'S2' as const,
  }));
  console.log(
    `with 30,000 terms: ${median(5, () => compileRules({ ...emptySettings, terms: many })).toFixed(0)} ms`,
  );
}

function judgeAll(checker: Checker, texts: readonly string[], channel: Channel): void {
  for (const text of texts) checker.check(text, { channel });
}

const table = buildFoldTable();
const room = createFolded();

function foldAll(texts: readonly string[]): void {
  for (const text of texts) fold(text, table, room);
}

/** What no matcher can go below: every letter looked up in one table. */
function touch(texts: readonly string[]): number {
  const table = new Uint8Array(0x10000);
  let sum = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) sum += table[text.charCodeAt(at)]!;
  return sum;
}

const perLetter = (letters: number, run: () => void): number => (median(passes, run) * 1e6) / letters;

function median(times: number, run: () => void): number {
  run();
  const taken = Array.from({ length: times }, () => timed(run)).sort((a, b) => a - b);
  return taken[taken.length >> 1]!;
}

function timed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

const common =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运快慢链接尺码颜色包邮优惠券主播客服发货退换穿着舒服便宜质量面料味道收到快递';

function comment(random: (below: number) => number, least: number, most: number): string {
  const length = least + random(most - least + 1);
  let text = '';
  // squared: letters at the front are said more often
  while (text.length < length) {
    const place = random(common.length);
    text += common[Math.floor((place * place) / common.length)];
  }
  return text;
}

/** Two to eight letters, every second one a rarer one. */
function term(random: (below: number) => number): string {
  let text = '';
  for (let length = 2 + random(7); text.length < length; )
    text +=
      text.length % 2 === 0 ? String.fromCharCode(0x4e00 + 7 * random(2_900)) : common[random(common.length)];
  return text;
}

if (import.meta.main) benchCompliance();
