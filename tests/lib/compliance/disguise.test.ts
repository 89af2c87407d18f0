import { describe, expect, test } from 'vitest';
import { compileRules } from '../../../lib/compliance/index.ts';

const checker = compileRules();
const shown = (text: string) =>
  checker.check(text, { channel: 'host' }).filter(({ severity }) => severity !== 'S0');

describe('a disguised word is found alone', () => {
  test.each([
    ['marks between its letters', '颈椎不舒服的，这个枕头就是给你治_疗用的', '治疗'],
    ['an emoji between them, though it means something', '电♥子♥烟新口味到了', '电子烟'],
    ['an invisible letter', '跟着我们做，稳\u3164赚的', '稳赚'],
    ['drawn-out letters', '顶——————级的和牛拼盘', '顶级'],
    ['a breath', '这个艾灸盒拿回去治啊啊疗老寒腰', '治疗'],
    ['small capitals', '晒图的宝贝五块十块给你ꜰᴀɴ现', '返现'],
    ['Greek and Cyrillic letters', '今天这箱橙子全网zυі低价', '全网最低价'],
    ['circled digits', '出门前喷两下，❶⓿⓿%留香', '百分百'],
    ['pinyin with gaps', '这个药浴包zhi liao身上痒的', '治疗'],
    ['letters turned round', '疗治关节疼的好东西', '治疗'],
    ['initials inside', '跟着我干wz不赔，宝妈都能做', '稳赚'],
    ['initials that the next letter bears out', '这款地垫jd不会滑的', '绝对'],
    ['f for h', '喝酒的老公给他备一罐，付肝的', '护肝'],
    ['a letter that looks the same', '兔检的放心肉，早上杀的下午就发', '免检'],
    ['an emoji for a letter', '这个课我就一句话：🎒过！', '包过'],
    ['a plus between single letters', '国+家+级实验室出的', '国家级'],
    ['an enumeration of single letters', '全网最、低、价给到你们', '全网最低价'],
    ['pinyin beside a usual sound-alike', '这双觉dui不掉色', '绝对'],
    ['a circled character between its letters', '这个班包🈴过', '包过'],
    ['a dash for 一', '这款在行业第—，没人比', '第一'],
    ['an emoji whose name sounds like a letter', '刷🥚兼职，日结', '刷单'],
    ['the initial of its second letter', '这套课终s有人答疑，独j配方也教', '终身'],
    ['an old form among new ones', '这个膏药专门治療老寒腿', '治疗'],
  ])('by %s', (_, text, meant) => {
    const findings = shown(text);

    expect(findings.map(({ canonical }) => canonical).join(' ')).toContain(meant);
    for (const { start, end, text: found } of findings) expect(text.slice(start, end)).toBe(found);
  });

  test('and so is a wording that says what it does not say', () => {
    const [finding] = shown('往上数排在它前头的一个都没有');

    expect(finding).toMatchObject({ canonical: '第一', evasion: true, category: 'A2' });
  });

  test('but shown only, where the word itself is harmless', () => {
    expect(shown('这款喷雾有防★晒').map(({ severity }) => severity)).toEqual(['S1']);
  });
});

describe('what is no disguise', () => {
  test.each([
    ['words that sound alike', '很好看的绘本，升职的朋友送这个，保质期一年'],
    ['an enumeration', '配料是红、黄、蓝三色，高、低、中三档，第—章讲怎么选'],
    ['an item of a list', '4.信息写在盒子上'],
    ['a model', 'VX-9 款粘扣护膝 大码加长'],
    ['a brand in pinyin', 'Baoguo 帆布包 通勤 大容量'],
    ['a text in traditional characters', '這款茶杯是陶瓷的，絕對不是塑膠，可以放進洗碗機'],
    ['a text with a space after every letter', '第 一 次 穿 记 得 先 过 一 遍 水'],
    ['an emoji', '🥇🥈🥉奖牌 儿童运动会 塑料 一套三个'],
    ['a word said over and over', '好评好评好评'],
    ['two words with a gap between', '颜色都不行 房间里放不下'],
    ['a word of its own', '卫星锅架子不在这个链接里'],
  ])('%s', (_, text) => {
    expect(shown(text).filter(({ evasion }) => evasion)).toEqual([]);
  });
});

test('a disguised word is not excused as something else than the goods', () => {
  const plain = checker.check('【最佳】儿童书包 减负护脊', { channel: 'title' });
  const veiled = checker.check('【冣佳】儿童书包 减负护脊', { channel: 'title' });

  expect(plain.map(({ severity }) => severity)).not.toContain('S3');
  expect(veiled.map(({ severity }) => severity)).toContain('S3');
});
