import type { PlatformId } from '../lib/model.ts';
import type { Backstage } from './wire/wire.ts';

/** One answer in six is no answer; null: a good one is due. The cursor stays, so nothing is lost by it. */
export function spoil(platform: PlatformId, { awkward, random }: Backstage): string | null {
  if (!awkward.hostile || !random.chance(1 / 6)) return null;
  return random.pick(spoiled[platform === 'taobao' ? 'taobao' : 'douyin'])();
}

const big = (units: number) => 'A'.repeat(units);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const items = [
  'null',
  '42',
  '"text"',
  '[]',
  '{}',
  '{"comment_id":{},"uid":[],"nick_name":{"toString":1},"content":{"a":1}}',
  '{"comment_id":"1","uid":"1","nick_name":"x"}',
  '{"comment_id":"2","uid":"1","nick_name":"x","content":""}',
  '{"comment_id":"3","uid":"1","nick_name":null,"content":null}',
  `{"comment_id":"4","uid":"1","nick_name":"x","content":"${big(20_000)}"}`,
  '{"__proto__":{"content":"polluted"},"constructor":{"prototype":{"content":"polluted"}}}',
  '{"commentId":5,"publisherId":1,"publisherNick":[],"content":[],"renders":7,"timestamp":"never"}',
].join(',');

const spoiled = {
  douyin: [
    () => '{"code":0,"msg":"","data":{"comment_infos":[{"comment_id":"76',
    () => '',
    () => '<html><body>502 Bad Gateway</body></html>',
    () => 'null',
    () => '{"code":0,"data":null}',
    () => '{"code":0,"data":{"comment_infos":"none","cursor":7,"internal_ext":{}}}',
    () => `{"code":0,"data":{"comment_infos":[${items}]}}`,
    () => `{"code":0,"data":{"comment_infos":${nested(20_000)}}}`,
    () => `{"code":0,"data":{"comment_infos":[],"pad":"${big(9_000_000)}"}}`,
  ],
  taobao: [
    () => '{"api":"mtop","data":{"comments":[{"commentId":"40',
    () => 'null',
    () => '"text"',
    () => '{"ret":"SUCCESS","data":[]}',
    () => '{"ret":["SUCCESS::调用成功"],"data":{"comments":{"length":3},"delay":{},"paginationContext":"{"}}',
    () => `{"ret":["SUCCESS::调用成功"],"data":{"comments":[${items}]}}`,
    () => `{"ret":["SUCCESS::调用成功"],"data":{"comments":${nested(500)}}}`,
    () => `{"ret":["SUCCESS::调用成功"],"data":{"comments":[],"pad":"${big(9_000_000)}"}}`,
  ],
} as const;
