import { expect, test } from 'vitest';
import { figureIn, readFigures } from '../../../lib/platforms/figures.ts';
import { pageOf } from './page.ts';

test('figures are found by the words beside them, in any markup', () => {
  const document = pageOf(`
    <div><div><span>在线人数</span><b>1,830</b></div><div><i>¥12.5万</i><em><u>成交金额</u></em></div></div>
    <p>回复率：92.5%</p>`);

  expect(readFigures(document, null)).toEqual([
    { name: 'online', value: 1830 },
    { name: 'sales', value: 12_500_000 },
    { name: 'replyRate', value: 92.5 },
  ]);
});

test('a name among other figures, in a sentence, or where anybody may write, tells nothing', () => {
  const document = pageOf(`
    <ul id="list"><li>在线人数 999999</li></ul>
    <div>在线人数<span>1</span><span>2 3</span></div>
    <p>成交金额 今天已经超过了昨天，大家再加把劲，冲到 100 万好不好</p>`);

  expect(readFigures(document, document.querySelector('#list'))).toEqual([]);
});

test('figures are read as they are written in China', () => {
  expect(['1.2万', '3万+', '1,024', ' ￥ 99.90元', '0'].map(figureIn)).toEqual([
    12_000, 30_000, 1024, 99.9, 0,
  ]);
  expect(['', '--', '1 2', '约3', '1.2.3', '20:15', '9'.repeat(400)].map(figureIn)).toEqual(
    Array(7).fill(undefined),
  );
});
