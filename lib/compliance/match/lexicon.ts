/** All words that rules know, each once, and the classes they belong to. */
export interface Lexicon {
  /** folded; the index is the word's id */
  readonly words: readonly string[];
  /** by word: the word it is another spelling of, or itself */
  readonly meant: readonly number[];
  /** other spellings that hide a word, such as vx */
  readonly hiding: ReadonlySet<number>;
  /** words of a group */
  readonly members: readonly (readonly number[])[];
  /** id of the group that `a|b|<class>` stands for; throws on an unknown class */
  groupOf(alternatives: string): number;
  addWord(word: string): number;
}

/** Classes of words by name; each entry holds words parted by spaces, `<name>` takes in another class. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** Other ways to write words, parted by spaces: plain ones, and ones that hide the word. */
export interface Aliases {
  same: Readonly<Record<string, string>>;
  veiled: Readonly<Record<string, string>>;
}

/** Aliases join every class of their word. */
export function createLexicon(
  classes: WordClasses,
  aliases: Aliases,
  foldWord: (word: string) => string,
): Lexicon {
  const words: string[] = [];
  const ids = new Map<string, number>();
  const members: number[][] = [];
  const groupIds = new Map<string, number>();
  const meant: number[] = [];
  const hiding = new Set<number>();
  const others = new Map<number, number[]>();
  for (const [word, spellings] of [...Object.entries(aliases.same), ...Object.entries(aliases.veiled)]) {
    const id = addWord(word);
    for (const spelling of spellings.split(' ')) {
      const other = addWord(spelling);
      if (other === id) continue;
      others.set(id, [...(others.get(id) ?? []), other]);
      meant[other] = id;
      if (aliases.veiled[word] === spellings) hiding.add(other);
    }
  }

  return { words, members, meant, hiding, groupOf, addWord };

  function addWord(word: string): number {
    const folded = foldWord(word);
    let id = ids.get(folded);
    if (id === undefined) {
      if (folded === '') return -1;
      id = words.push(folded) - 1;
      ids.set(folded, id);
      meant.push(id);
    }
    return id;
  }

  function groupOf(alternatives: string): number {
    let group = groupIds.get(alternatives);
    if (group === undefined) {
      group = members.push([]) - 1;
      groupIds.set(alternatives, group);
      const found = new Set<number>();
      collect(alternatives.split('|'), found, []);
      members[group] = [...found].sort((a, b) => a - b);
    }
    return group;
  }

  function collect(entries: readonly string[], into: Set<number>, path: readonly string[]): void {
    for (const entry of entries) {
      const name = /^<(.+)>$/.exec(entry)?.[1];
      if (name === undefined) {
        const id = addWord(entry);
        if (id >= 0) into.add(id);
        for (const spelling of others.get(id) ?? []) into.add(spelling);
        continue;
      }
      const inner = classes[name];
      if (!inner) throw new Error(`Unknown class <${name}>. Known: ${Object.keys(classes).join(', ')}.`);
      if (path.includes(name)) throw new Error(`Class <${name}> holds itself.`);
      for (const line of inner) collect(line.split(' '), into, [...path, name]);
    }
  }
}
