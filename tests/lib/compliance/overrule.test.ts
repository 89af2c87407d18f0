import { expect, test } from 'vitest';
import { compileRules } from '../../../lib/compliance/index.ts';
import { overrule } from '../../../lib/compliance/overrule.ts';

const checker = compileRules();
const inReply = { channel: 'public_reply' } as const;

test('a text goes past the rules only with a reason, and with what was found in it', () => {
  expect(overrule('全网最低价', '  好 ', checker, inReply)).toBeNull();

  const overruled = overrule('全网最低价', ' 法务已确认 ', checker, inReply);

  expect(overruled).toMatchObject({ text: '全网最低价', reason: '法务已确认' });
  expect(overruled?.findings[0]?.severity).toBe('S3');
});
