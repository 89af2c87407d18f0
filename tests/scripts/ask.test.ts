import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ask-'));
afterAll(() => rmSync(folder, { recursive: true }));

const libraryFile = join(folder, 'library.json');
writeFileSync(
  libraryFile,
  JSON.stringify({
    products: [],
    replies: [
      { id: 'r1', question_examples: ['多少钱'], reply: '看小黄车', intent: 'price', stage: 'conversion' },
    ],
  }),
);

const ask = (input: string, file = libraryFile) => {
  const run = spawnSync(process.execPath, ['scripts/ask.ts', `--library=${file}`], {
    input,
    encoding: 'utf8',
  });
  return {
    status: run.status,
    lines: run.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe('ask', () => {
  it('answers line by line and names the card of the first who asked', () => {
    const { status, lines } = ask(
      '{"id":"a","text":"多少钱"}\n{"id":"b","text":"啥价啊","at":5,"user":"u"}\n',
    );

    expect(status).toBe(0);
    expect(lines).toMatchObject([
      {
        id: 'a',
        intent: 'price',
        isQuestion: true,
        sentiment: 'neutral',
        objection: null,
        slots: {},
        card: 'a',
      },
      { id: 'b', card: 'a', replies: [{ id: 'r1' }] },
    ]);
  });

  it('names a bad line, goes on, and exits with 1', () => {
    const { status, lines } = ask('nonsense\n{"id":"b"}\n{"id":"c","text":"几点下播"}\n');

    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { id: null, error: expect.any(String) },
      { id: 'b', error: expect.any(String) },
      { id: 'c', replies: [] },
    ]);
  });
});
