import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const scan = (input: string, ...options: string[]) => {
  const { stdout, status } = spawnSync('node_modules/.bin/node', ['scripts/scan.ts', ...options], {
    input,
    encoding: 'utf8',
  });
  return {
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    status,
  };
};

test('scan answers each line in order, goes on after a bad one and then exits 1', () => {
  const { lines, status } = scan(
    '{"id":"a","text":"今天全网最低价"}\nnot json\n{"id":"b","text":"真好用","channel":"viewer_comment"}\n',
  );

  expect(lines.map(({ id }) => id)).toEqual(['a', null, 'b']);
  expect(lines[0].findings[0]).toMatchObject({
    text: '全网最低价',
    category: 'P1',
    severity: 'S3',
    evasion: false,
  });
  expect(lines[1].error).toBeTruthy();
  expect(lines[2].findings).toEqual([]);
  expect(status).toBe(1);
});

test('scan takes channel and category from its options', () => {
  const line = '{"id":1,"text":"可以增强免疫力"}\n';

  expect(scan(line, '--channel=host', '--category=health_food').lines[0].findings[0].severity).toBe('S1');
  expect(scan(line, '--channel=internal')).toEqual({ lines: [{ id: 1, findings: [] }], status: 0 });
});

test('scan understands the names people use', () => {
  const { lines, status } = scan(
    '{"id":1,"text":"真好用，最好","channel":"观众评论"}\n{"id":2,"text":"可以增强免疫力","category":"Health-Food"}\n',
    '--channel=口播',
    '--category=普通商品',
  );

  expect(lines[0].findings).toEqual([]);
  expect(lines[1].findings[0].severity).toBe('S1');
  expect(status).toBe(0);
});
