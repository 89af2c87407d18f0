import type { Voices } from '../text/voices.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pattern } from './pattern.ts';

/** A step whose words begin with more sounds than this tells too little. */
const mostSounds = 24;

/**
 * What must be heard in a text for a pattern to be worth following: the sounds that its rarest later
 * step begins with, or null. Sound 0 stands for words that begin with no Chinese character.
 */
export function createNeeds(lexicon: Lexicon, voices: Voices): (pattern: Pattern) => number[] | null {
  const known = new Map<number, number[]>();
  return (pattern) => {
    let best: number[] | null = null;
    for (const step of pattern.slice(1)) {
      if (step.kind !== 'words') continue;
      const sounds = soundsOf(step.group);
      if (sounds.length <= mostSounds && !sounds.includes(0) && (!best || sounds.length < best.length))
        best = sounds;
    }
    return best;
  };

  function soundsOf(group: number): number[] {
    let sounds = known.get(group);
    if (!sounds) {
      sounds = [
        ...new Set(lexicon.members[group]!.map((word) => voices.sound[lexicon.words[word]!.charCodeAt(0)]!)),
      ];
      known.set(group, sounds);
    }
    return sounds;
  }
}
