import { expect, test } from 'vitest';
import { makeAliases } from '../../../../lib/compliance/match/made.ts';
import { buildSounds } from '../../../../lib/compliance/text/sounds.ts';

const sounds = buildSounds();

test('a word of two letters is turned round', () => {
  expect(makeAliases(['治疗'], sounds)).toEqual({ spellings: { 治疗: '疗治' }, turned: ['疗治'] });
});

test('a longer one has neighbours that change places, and initials for some of its letters', () => {
  const { spellings, turned } = makeAliases(['国家级'], sounds);

  expect(spellings.国家级!.split(' ').sort()).toEqual(['gj级', '国jj', '国级家', '家国级'].sort());
  expect([...turned].sort()).toEqual(['国级家', '家国级'].sort());
});

test('four letters are known by their initials alone', () => {
  expect(makeAliases(['好评返现'], sounds).spellings.好评返现!.split(' ')).toContain('hpfx');
});

test('no spelling is another known word', () => {
  expect(makeAliases(['用药', '药用'], sounds).turned).toEqual([]);
});
