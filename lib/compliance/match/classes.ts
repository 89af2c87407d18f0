/** For each word the classes that it is of, one list after the other. */
export interface ClassesOf {
  /** by word, where its list begins; one more at the end */
  offsets: Int32Array;
  classes: Uint16Array;
}

/** Turns round which words some classes hold; `members` by class, `words` is how many words there are. */
export function classesByWord(
  wanted: Iterable<number>,
  members: readonly (readonly number[])[],
  words: number,
): ClassesOf {
  const ids = [...wanted];
  const offsets = new Int32Array(words + 1);
  for (const id of ids) for (const word of members[id]!) offsets[word + 1]!++;
  for (let word = 0; word < words; word++) offsets[word + 1]! += offsets[word]!;
  const classes = new Uint16Array(offsets[words]!);
  const filled = offsets.slice();
  for (const id of ids) for (const word of members[id]!) classes[filled[word]!++] = id;
  return { offsets, classes };
}
