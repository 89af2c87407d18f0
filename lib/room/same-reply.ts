const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '');

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

/** Is what was said the reply that was filled, perhaps touched up by hand? At least half of its pairs remain. */
export function isSameReply(filled: string, said: string): boolean {
  const [a, b] = [bare(filled), bare(said)];
  if (a === b) return true;
  const [ours, theirs] = [pairs(a), pairs(b)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  return ours.size > 0 && shared / ours.size >= 0.5;
}
