/** All words that rules and shops know, each once, and the classes they belong to. Words are only ever added. */
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
  /** id of a word as written, or -1 when nothing of it is a letter */
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
  const idsAsWritten = new Map<string, number>();
  const members: (readonly number[])[] = [];
  const groupIds = new Map<string, number>();
  const classMembers = new Map<string, readonly number[]>();
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
    let id = idsAsWritten.get(word);
    if (id === undefined) {
      id = addFolded(foldWord(word));
      idsAsWritten.set(word, id);
    }
    return id;
  }

  function addFolded(folded: string): number {
    if (folded === '') return -1;
    const known = ids.get(folded);
    if (known !== undefined) return known;
    const id = words.push(folded) - 1;
    ids.set(folded, id);
    meant.push(id);
    return id;
  }

  function groupOf(alternatives: string): number {
    let group = groupIds.get(alternatives);
    if (group === undefined) {
      group = members.push(collect(alternatives.split('|'), [])) - 1;
      groupIds.set(alternatives, group);
    }
    return group;
  }

  function collect(entries: readonly string[], path: readonly string[]): readonly number[] {
    const found = new Set<number>();
    for (const entry of entries) {
      if (entry.startsWith('<') && entry.endsWith('>')) {
        for (const id of membersOf(entry.slice(1, -1), path)) found.add(id);
        continue;
      }
      const id = addWord(entry);
      if (id >= 0) found.add(id);
      for (const spelling of others.get(id) ?? []) found.add(spelling);
    }
    return [...found];
  }

  function membersOf(name: string, path: readonly string[]): readonly number[] {
    let found = classMembers.get(name);
    if (!found) {
      const lines = classes[name];
      if (!lines) throw new Error(`Unknown class <${name}>. Known: ${Object.keys(classes).join(', ')}.`);
      if (path.includes(name)) throw new Error(`Class <${name}> holds itself.`);
      found = collect(
        lines.flatMap((line) => line.split(' ')),
        [...path, name],
      );
      classMembers.set(name, found);
    }
    return found;
  }
}
