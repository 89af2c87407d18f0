import { expect, test } from 'vitest';
import { plausible } from '../../../lib/voice/plausible.ts';

test('lets speech through without the marks of the recogniser', () => {
  expect(plausible('<|zh|><|NEUTRAL|><|Speech|><|withitn|>这款面霜三号链接😊', 2500)).toBe(
    '这款面霜三号链接',
  );
  expect(plausible('  hello everyone,  welcome ', 1500)).toBe('hello everyone, welcome');
});

test('takes music, applause and mere punctuation for no words', () => {
  for (const nothing of ['', '  ', '。', '[音乐]', '（笑）', '<|zh|><|EMO_UNKNOWN|><|BGM|>'])
    expect(plausible(nothing, 3000)).toBe('');
});

test('believes no loop, and nobody who says too much in too little time', () => {
  expect(plausible('谢谢观看谢谢观看谢谢观看谢谢观看谢谢观看', 4000)).toBeNull();
  expect(plausible('全网最低'.repeat(5000), 8000)).toBeNull();
  expect(plausible('这一件是我们家今年卖得很好的一件羊毛外套大家可以看看细节和做工', 400)).toBeNull();
});
