import type { Sounds } from '../text/sounds.ts';

/** Spellings of words that follow from their letters: turned round, or in part by initials. */
export interface MadeAliases {
  /** by word, parted by spaces */
  spellings: Record<string, string>;
  /** those that are turned round: common letters, so that they need a closer look */
  turned: readonly string[];
}

export function makeAliases(words: Iterable<string>, sounds: Sounds): MadeAliases {
  const known = new Set(words);
  const spellings: Record<string, string> = {};
  const turned = new Set<string>();
  for (const word of known) {
    if (!/^[\u4e00-\u9fff]{2,}$/.test(word)) continue;
    const backs = turns(word).filter((back) => !known.has(back));
    for (const back of backs) turned.add(back);
    spellings[word] = [...initialled(word, sounds), ...backs].join(' ');
  }
  return { spellings, turned: [...turned] };
}

/** 疗治 of 治疗; of longer words two neighbours change places, of four letters the halves too. */
function turns(word: string): string[] {
  const made = word.length === 4 ? [word.slice(2) + word.slice(0, 2)] : [];
  for (let at = 1; at < word.length; at++)
    made.push(word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1));
  return made.filter((back) => back !== word);
}

/** 国家级 as gj级, 无副作用 as 无fzy, 好评返现 as hpfx. */
function initialled(word: string, sounds: Sounds): string[] {
  const initials = [...word].map((letter) => sounds.spelling(sounds.usual[letter.charCodeAt(0)]!)[0] ?? '');
  if (word.length < 3 || initials.includes('')) return [];
  const made: string[] = [];
  // at its beginning, at its end, or all of it
  for (let size = 2; size < word.length; size++) {
    made.push(initials.slice(0, size).join('') + word.slice(size));
    made.push(word.slice(0, -size) + initials.slice(-size).join(''));
  }
  if (word.length > 3) made.push(initials.join(''));
  return made;
}
