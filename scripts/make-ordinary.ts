/**
 * Adds to the table of letters that sound or look like a term and are yet meant as they are written, such as 绘本
 * for 回本: `node scripts/make-ordinary.ts dict.txt sentences.txt…`, one word or sentence a line; what stands
 * behind a space is left out. The committed table comes from jieba's word list (MIT, words that occur three times)
 * and 150,000 public sentences of product and hotel reviews.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { prepare } from '../lib/compliance/prepare.ts';
import { fold, lettersOf } from '../lib/compliance/text/fold.ts';

const file = new URL('../lib/compliance/data/tables/ordinary.json', import.meta.url);

/** What people write for a term on purpose, or where they only misspell it. */
const veils = new Set(
  '决对 觉对 顶极 及品 级品 极至 优最 号评 好品 位信 伪信 薇信 桃宝 致极 撤底 切底 骗纸 甲货 家货 手创 丁级 项级 最号 好最 打吊 疗治 找财 反现 制好 属一属二 数乙数二 川山甲 白癫风 白癫疯 醣尿病 荨麻诊 活血化淤 脑缠 草霓玛 傻比 傻屄 沙比 煞比 啦圾 晶东 网者 黑芯 吭人 美自 经致 薄本 醉新 情色 领鲜 皇嘉 扣口 滴一 私行 私性 寨山'.split(
    ' ',
  ),
);
/** Common phrases that no word list holds. */
const phrases =
  '嘴好 抱过 报过 爆过 曝过 刨过 跑过 泡过 早财 生花 收身 是低 小红薯 咸鱼 威信 先领 先水 面单 家评价'.split(
    ' ',
  );

const known: string[] = JSON.parse(readFileSync(file, 'utf8')).written.split(' ');
const written = new Set([...phrases, ...known.filter((letters) => letters !== '' && !veils.has(letters))]);
const { reader, table, folded, lexicon } = prepare();
const all = new Uint8Array(lexicon.words.length).fill(1);
for (const path of process.argv.slice(2))
  for (const line of readFileSync(path, 'utf8').split('\n')) readLine(line.replace(/ \d.*$/, ''));
const found = [...written].sort().join(' ');
writeFileSync(file, `${JSON.stringify({ written: found }, null, 2)}\n`);
console.log(`${written.size} entries, ${Buffer.byteLength(found)} bytes`);

function readLine(line: string): void {
  reader.open(fold(line, table, folded), all);
  reader.read();
  const { tokens } = reader;
  for (let token = 0; token < tokens.count; token++) {
    const word = tokens.word[token]!;
    const spelling = lexicon.words[word]!;
    const letters = lettersOf(folded, tokens.start[token], tokens.end[token]);
    if (letters.length < 2 || veils.has(letters) || !/^[\u4e00-\u9fff]+$/.test(letters)) continue;
    // read by sound or shape, or turned round
    const isTurned =
      lexicon.meant[word] !== word && isAnagram(spelling, lexicon.words[lexicon.meant[word]!]!);
    if (tokens.veiled[token]! > 0 || isTurned) written.add(letters);
  }
}

function isAnagram(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('');
}
