/** Changes that must come, over at least this long and not further apart (ms), to be more than a page being built. */
const enough = { changes: 4, span: 1500, apart: 10_000 };
/** Records of one turn that are looked at: a page that draws itself makes thousands. */
const most = 100;

/**
 * Notices what looks like a list of comments that goes on: nodes of a sentence's length that keep coming under
 * one parent, or sentences that change in place. Figures and clocks change their digits only.
 */
export function createStir(onStir: () => void): (records: readonly MutationRecord[], now: number) => void {
  const growing = new WeakMap<Node, { count: number; since: number; at: number }>();
  const changing = {};

  function note(place: object, now: number): void {
    const known = growing.get(place as Node);
    const run = known && now - known.at < enough.apart ? known : { count: 0, since: now, at: now };
    run.count += 1;
    run.at = now;
    growing.set(place as Node, run);
    if (run.count >= enough.changes && now - run.since >= enough.span) onStir();
  }

  return (records, now) => {
    for (const { type, target, addedNodes, oldValue } of records.slice(0, most)) {
      if (type === 'characterData') {
        if (letters(oldValue) !== letters(target.nodeValue)) note(changing, now);
      } else if ([...addedNodes].some(isSentence)) note(target, now);
    }
  };
}

const letters = (text: string | null) => (text ?? '').slice(0, 500).replace(/\P{L}/gu, '');

function isSentence(node: Node): boolean {
  if (node.nodeType !== 1 || (node as Element).querySelectorAll('*').length > 30) return false;
  const length = letters(node.textContent).length;
  return length >= 2 && length < 400;
}
