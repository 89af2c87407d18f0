import { expect, test } from 'vitest';
import { lettersOf, means, readSaid } from '../../../lib/tools/match.ts';

const isMeant = (text: string, word: string) => means(readSaid(text), lettersOf(word));

test.each([
  ['1', '1'],
  ['１', '1'],
  ['1️⃣', '1'],
  ['111', '1'],
  ['扣1', '1'],
  ['扣 1！！', '1'],
  ['我选1号', '1'],
  ['选一', '1'],
  ['白色', '白色'],
  ['我要白色', '白色'],
  ['白色白色白色', '白色'],
  ['答案是36', '36'],
])('“%s” means %s', (text, word) => {
  expect(isMeant(text, word)).toBe(true);
});

test.each([
  ['165', '1'],
  ['12', '1'],
  ['1号链接怎么买', '1'],
  ['白色有吗', '白色'],
  ['白色和黑色哪个好看', '白色'],
  ['我买过白色的那件穿了一个冬天都没有起球', '白色'],
  ['120斤', '12'],
  ['36', '3'],
  ['', '1'],
  ['。。。', '1'],
])('“%s” does not mean %s', (text, word) => {
  expect(isMeant(text, word)).toBe(false);
});
