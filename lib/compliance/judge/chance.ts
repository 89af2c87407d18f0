import type { Compiled } from '../compile.ts';
import type { Match } from '../match/follow.ts';
import type { Chance } from '../rules.ts';
import type { Folded } from '../text/fold.ts';
import { isHan } from '../text/marks.ts';

/** What goes on with the last letter of a claim and means the same: 抗癌|症, 排毒|素. */
const kin =
  /^[症病炎疾痛疼患者人素点痕印纹疤痘斑脏部器官气虚亏疹毒菌性型类种度格价位别级量金钱利润息财子单号码信友力效果率皙肤脂肪胖眠痒肿瘤糖压血]/;

/** What follows a verb or a name in plain text, and seldom the words that claims hide in. */
const goesOn = new Set(
  Array.from('来去到了是在着做给把吧呢吗啊呀没还也都就又再跟和', (letter) => letter.charCodeAt(0)),
);

/** Whether a finding of two letters may be chance in one of its ways: 壮|阳台, 宝过|来. */
export function mayBe(
  chance: Chance,
  { start, end, tokens }: Match,
  folded: Folded,
  compiled: Compiled,
): boolean {
  const { lexicon, ordinary } = compiled;
  const [token] = tokens;
  if (!token || tokens.length > 1 || end - start !== 2) return false;
  if (token.start !== start || token.end !== end) return false;
  if (folded.ends[end - 1]! - folded.starts[start]! !== 2) return false;
  const isAsWritten = token.veiled === 0 && !lexicon.hiding.has(token.word);
  if (chance === 'cut') {
    const rest = isAsWritten ? ordinary.restAfter(folded, end) : '';
    return rest !== '' && !kin.test(rest);
  }
  if (isAsWritten || !isPlainHan(folded, start) || !isPlainHan(folded, end - 1)) return false;
  if (chance === 'alike' || ordinary.restAfter(folded, end) !== '') return true;
  return end < folded.length && goesOn.has(folded.codes[end]!);
}

const isPlainHan = ({ codes, starts, original }: Folded, at: number): boolean =>
  isHan(codes[at]!) && original.charCodeAt(starts[at]!) === codes[at];
