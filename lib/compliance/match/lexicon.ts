/** All words that rules and shops know, each once, and the classes they belong to. Words are only ever added. */
export interface Lexicon {
  /** folded; the index is the word's id */
  readonly words: readonly string[];
  /** by word: the word it is another spelling of, or itself */
  readonly meant: readonly number[];
  /** other spellings that hide a word, such as vx */
  readonly hiding: ReadonlySet<number>;
  /** those of them that prove nothing alone, such as 卫星 */
  readonly hints: ReadonlySet<number>;
  /** words of a group */
  readonly members: readonly (readonly number[])[];
  /** id of the group that `a|b|<class>` stands for; throws on an unknown class */
  groupOf(alternatives: string): number;
  /** id of a word as written, or -1 when nothing of it is a letter */
  addWord(word: string): number;
}

/** Classes of words by name; each entry holds words parted by spaces, `<name>` takes in another class. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** Other ways to write words, parted by spaces. */
export interface Aliases {
  /** plain ones */
  same: Readonly<Record<string, string>>;
  /** ones that hide the word */
  veiled: Readonly<Record<string, string>>;
  /** ones that hide it only beside others: they are words themselves */
  hints: Readonly<Record<string, string>>;
  /** initials that hide it, then the letters one of which must follow: jd 不好是 */
  initials: Readonly<Record<string, string>>;
  /** what rules name themselves, and would hide it: v */
  named: Readonly<Record<string, string>>;
  /** made from its letters */
  made: Readonly<Record<string, string>>;
}

/** Aliases join every class of their word. */
export function createLexicon(
  classes: WordClasses,
  aliases: Aliases,
  foldWord: (word: string) => string,
): Lexicon {
  const words: string[] = [];
  // as folded, and as written where that differs: no folded word is another's form as written
  const ids = new Map<string, number>();
  const members: (readonly number[])[] = [];
  const groupIds = new Map<string, number>();
  const classMembers = new Map<string, readonly number[]>();
  const meant: number[] = [];
  const hiding = new Set<number>();
  const hints = new Set<number>();
  const others = new Map<number, number[]>();
  // by word, the turn in which it was last seen
  const seenIn: number[] = [];
  let turn = 0;
  for (const kind of ['same', 'veiled', 'hints', 'initials', 'made', 'named'] as const)
    for (const [word, spellings] of Object.entries(aliases[kind]))
      addAliases(kind, word, spellings.split(' '));

  return { words, members, meant, hiding, hints, groupOf, addWord };

  function addAliases(kind: keyof Aliases, word: string, spellings: readonly string[]): void {
    const id = addWord(word);
    for (const spelling of kind === 'initials' ? spellings.slice(0, 1) : spellings) {
      const other = addWord(spelling);
      if (other === id || other === -1) continue;
      if (kind !== 'named') others.set(id, [...(others.get(id) ?? []), other]);
      meant[other] = id;
      if (kind !== 'same') hiding.add(other);
      if (kind === 'hints' || kind === 'named') hints.add(other);
    }
  }

  function addWord(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    const folded = foldWord(word);
    if (folded === word) return addFolded(word);
    const id = folded === '' ? -1 : (ids.get(folded) ?? addFolded(folded));
    ids.set(word, id);
    return id;
  }

  function addFolded(folded: string): number {
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
    const found: number[] = [];
    for (const entry of entries) {
      if (entry.startsWith('<') && entry.endsWith('>')) {
        const inner = membersOf(entry.slice(1, -1), path);
        if (entries.length === 1) return inner;
        for (const id of inner) found.push(id);
        continue;
      }
      const id = addWord(entry);
      if (id >= 0) found.push(id);
      for (const spelling of others.get(id) ?? []) found.push(spelling);
    }
    return eachOnce(found);
  }

  function eachOnce(found: readonly number[]): readonly number[] {
    if (found.length < 2) return found;
    turn++;
    const once: number[] = [];
    for (const id of found) {
      if (seenIn[id] === turn) continue;
      seenIn[id] = turn;
      once.push(id);
    }
    return once;
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
