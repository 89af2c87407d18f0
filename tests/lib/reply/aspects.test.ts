import { describe, expect, it } from 'vitest';
import { aspects } from '../../../lib/reply/aspects.ts';
import kin from '../../../lib/reply/data/aspect-kin.json' with { type: 'json' };
import table from '../../../lib/reply/data/aspects.json' with { type: 'json' };
import same from '../../../lib/reply/data/same.json' with { type: 'json' };
import { fold } from '../../../lib/reply/fold.ts';
import { sense } from '../../../lib/reply/sense.ts';

const spokenOf = (text: string): string[] => sense(text).aspects.map((aspect) => aspects[aspect]!);

describe('aspectsOf', () => {
  it.each([
    ['拿久了胳膊累不累', 'spec.heavy'],
    ['这梯子死沉不', 'spec.heavy'],
    ['夜里开着扰不扰民', 'spec.noise'],
    ['三百斤的人坐上去塌不塌', 'spec.load'],
    ['小户型搁哪儿', 'spec.space'],
    ['老款接得上吗', 'spec.compat'],
    ['跳闸了咋整', 'spec.outage'],
    ['手残党学得会不', 'suitability.beginner'],
    ['喝着齁不齁', 'spec.sweet'],
    ['咬不咬得动', 'spec.taste'],
    ['给张票能报销不', 'aftersale.invoice'],
    ['来回路费谁掏', 'aftersale.return-fee'],
  ])('knows what %s asks of any goods', (text, aspect) => {
    expect(spokenOf(text)).toContain(aspect);
  });

  it('finds nothing in a word that only holds a cue', () => {
    expect(spokenOf('影响大吗')).not.toContain('spec.noise');
    expect(spokenOf('酸奶有吗')).not.toContain('spec.sour');
  });

  it('takes the longer cue where one lies inside the other', () => {
    expect(spokenOf('运费险有没有')).toEqual(['aftersale.return-fee']);
  });
});

describe('the everyday words', () => {
  it('stand in order, each once, spelled as comments are when they are folded', () => {
    for (const members of Object.values(table as Record<string, Record<string, { cues: string }>>))
      for (const { cues } of Object.values(members)) {
        const words = cues.split(' ');
        expect(words).toEqual([...new Set(words.map((word) => fold(word).text))].sort());
      }
  });

  it('name only aspects that exist as neighbours', () => {
    for (const name of kin.flatMap((group) => group.split(' '))) expect(aspects).toContain(name);
  });

  it('count no phrase into two groups that ask the same', () => {
    const phrases = same.flatMap((group) => group.split(' '));

    expect(phrases.length).toBe(new Set(phrases.map((phrase) => fold(phrase).text)).size);
  });
});
