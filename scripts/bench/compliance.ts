/**
 * Times the compliance engine beside a floor, one RegExp and @monyone/aho-corasick, in one run:
 * `node scripts/bench/compliance.ts`. Medians of several passes over made-up comments.
 */
import { AhoCorasick } from '@monyone/aho-corasick';
import { compileRules, emptySettings, prepareRules, ruleCatalogue } from '../../lib/compliance/index.ts';
import type { Channel, Checker, RuleSettings } from '../../lib/compliance/types.ts';
import { table } from '../drive/table.ts';

const comments = 200_000;
const passes = 5;
const sizes = [300, 3_000, 30_000];

/** Prints the tables; some minutes. */
export function benchCompliance(): void {
  const random = seeded(7);
  const short = Array.from({ length: comments }, () => comment(random, 20, 40));
  const long = Array.from({ length: 20_000 }, () => comment(random, 100, 100));
  const terms = sizes.map((count) => Array.from({ length: count }, () => term(random)));

  console.log(`\nmatching: a shop's terms alone, ${comments} comments of 20 to 40 letters, ns per letter`);
  console.log(table([matchingHead, ...terms.map((words) => matchingRow(words, short))]));
  console.log("\nwhole check: built-in rules and a shop's terms");
  console.log(table([checkHead, ...[[], ...terms].flatMap((words) => checkRows(words, short, long))]));
  console.log('');
  console.log(table([['', 'median', 'goal'], ...singleRows(random), ...compileRows(random)]));
}

const matchingHead = ['terms', 'floor', 'ours', 'goal', 'aho-corasick', 'RegExp'];

function matchingRow(words: readonly string[], texts: readonly string[]): string[] {
  const off = { lists: ruleCatalogue.map(({ id }) => id), categories: [], rules: [], terms: [] };
  const own = compileRules(withTerms(words, { off }));
  const corasick = new AhoCorasick([...words]);
  const expression = new RegExp(words.join('|'));
  const few = texts.slice(0, words.length > 3_000 ? 1_000 : 20_000);
  const floor = perLetter(texts, touch);
  const times = (each: number): string => `${each.toFixed(1)} (${(each / floor).toFixed(1)}×)`;
  return [
    String(words.length),
    floor.toFixed(1),
    times(perLetter(texts, (text) => own.check(text, { channel: 'viewer_comment' }))),
    '≤ 3×',
    times(perLetter(texts, (text) => corasick.hasKeywordInText(text))),
    times(perLetter(few, (text) => expression.test(text))),
  ];
}

const checkHead = ['terms', 'texts', 'read as', 'ns per letter', 'µs each', 'per second'];

function checkRows(words: readonly string[], short: readonly string[], long: readonly string[]): string[][] {
  const checker = compileRules(withTerms(words));
  const row = (name: string, texts: readonly string[], channel: Channel): string[] => {
    const letter = perLetter(texts, (text) => checker.check(text, { channel }));
    const each = (letter * lettersIn(texts)) / texts.length;
    return [
      String(words.length),
      name,
      channel,
      letter.toFixed(0),
      (each / 1_000).toFixed(2),
      Math.round(1e9 / each).toLocaleString('en'),
    ];
  };
  return [
    row('comments', short, 'viewer_comment'),
    row('comments', short, 'host'),
    row('100 letters', long, 'host'),
  ];
}

function singleRows(random: Random): string[][] {
  const checker = compileRules();
  const thirty = Array.from({ length: 20_000 }, () => comment(random, 30, 30));
  const clean = Array.from({ length: 20_000 }, () => kana(random, 30));
  const each = (channel: Channel): number =>
    (perLetter(thirty, (text) => checker.check(text, { channel })) * 30) / 1_000;
  const cleanTimes =
    perLetter(clean, (text) => checker.check(text, { channel: 'host' })) / perLetter(clean, touch);
  const utterances = Array.from({ length: 5_000 }, () => comment(random, 200, 200));
  const taken = utterances.map((text) => timed(() => checker.check(text, { channel: 'host' })));
  return [
    ['comment of 30 letters, as viewer', `${each('viewer_comment').toFixed(1)} µs`, '≤ 5 µs'],
    ['comment of 30 letters, as host', `${each('host').toFixed(1)} µs`, '≤ 5 µs'],
    ['utterance of 200 letters, as host: p50', `${quantile(taken, 0.5).toFixed(3)} ms`, ''],
    ['utterance of 200 letters, as host: p99', `${quantile(taken, 0.99).toFixed(3)} ms`, '≤ 0.3 ms'],
    ['text without a letter of any rule', `${cleanTimes.toFixed(1)}× floor`, '≤ 1×'],
  ];
}

function compileRows(random: Random): string[][] {
  const many = Array.from({ length: 30_000 }, () => comment(random, 3, 8));
  const prepared = prepareRules();
  const ms = (run: (turn: number) => void): string => `${median(9, run).toFixed(0)} ms`;
  const toggle = (words: readonly string[]) => (turn: number) =>
    checkOnce(compileRules(withTerms(words, { off: offIn(turn) }), Date.now, prepared));
  return [
    ['compile the built-in rules', ms(() => checkOnce(compileRules())), '≤ 60 ms'],
    ['with 30,000 terms', ms(() => checkOnce(compileRules(withTerms(many)))), '≤ 300 ms'],
    ['switch a rule', ms(toggle([])), '≤ 20 ms'],
    ['switch a rule beside 30,000 terms', ms(toggle(many)), '≤ 20 ms'],
    [
      'add a term to 30,000',
      ms((turn) => checkOnce(compileRules(withTerms([...many, `新词${turn}`]), Date.now, prepared))),
      '≤ 20 ms',
    ],
  ];
}

const withTerms = (words: readonly string[], settings: Partial<RuleSettings> = {}): RuleSettings => ({
  ...emptySettings,
  ...settings,
  terms: words.map((text) => ({ text, severity: 'S2' })),
});

const offIn = (turn: number) => ({
  lists: [],
  categories: [],
  rules: turn % 2 === 0 ? ['P1-lowest'] : [],
  terms: [],
});

/** Scanners are made when first asked for: a compilation is done when host and viewers can be judged. */
function checkOnce(checker: Checker): void {
  for (const channel of ['host', 'viewer_comment'] as const) checker.check('今天全网最低价', { channel });
}

const floorTable = new Uint8Array(0x10000);
/** Kept, so that no compiler leaves the loop out. */
const seen = { sum: 0 };

/** What no matcher can go below: every letter looked up in one table. */
function touch(text: string): void {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += floorTable[text.charCodeAt(at)]!;
  seen.sum += sum;
}

const lettersIn = (texts: readonly string[]): number => texts.reduce((all, text) => all + text.length, 0);

/** ns */
function perLetter(texts: readonly string[], run: (text: string) => void): number {
  const time = median(passes, () => {
    for (const text of texts) run(text);
  });
  return (time * 1e6) / lettersIn(texts);
}

/** Of so many runs, after one to warm up; ms. */
function median(times: number, run: (turn: number) => void): number {
  run(-1);
  return quantile(
    Array.from({ length: times }, (_, turn) => timed(() => run(turn))),
    0.5,
  );
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)]!;
}

function timed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

type Random = (below: number) => number;

function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

const common =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运快慢链接尺码颜色包邮优惠券主播客服发货退换穿着舒服便宜质量面料味道收到快递';

function comment(random: Random, least: number, most: number): string {
  const length = least + random(most - least + 1);
  let text = '';
  // squared: letters at the front are said more often
  while (text.length < length) {
    const place = random(common.length);
    text += common[Math.floor((place * place) / common.length)];
  }
  return flat(text);
}

/** Letters that no rule knows. */
function kana(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += String.fromCharCode(0x3042 + random(60));
  return flat(text);
}

/** As a page delivers it, in one piece: V8 reads a string put together by `+` more slowly. */
const flat = (text: string): string => JSON.parse(JSON.stringify(text));

/** Two to eight letters, every second one a rarer one. */
function term(random: Random): string {
  let text = '';
  for (let length = 2 + random(7); text.length < length; )
    text +=
      text.length % 2 === 0 ? String.fromCharCode(0x4e00 + 7 * random(2_900)) : common[random(common.length)];
  return text;
}

if (import.meta.main) benchCompliance();
