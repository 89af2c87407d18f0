/**
 * Writes lines as what changed since `before`: `=12,40` takes 40 lines from its line 12 on, `+…` is a new one.
 * Lines must not hold line breaks.
 */
export function writePatch(lines: readonly string[], before: readonly string[]): string {
  const places = new Map<string, number>();
  for (let i = before.length - 1; i >= 0; i--) places.set(before[i]!, i);
  const steps: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const start = before[0] === undefined ? undefined : places.get(lines[i]!);
    if (start === undefined) {
      steps.push(`+${lines[i++]}`);
      continue;
    }
    let length = 1;
    while (i + length < lines.length && lines[i + length] === before[start + length]) length++;
    steps.push(`=${start},${length}`);
    i += length;
  }
  return steps.join('\n');
}

/** The lines again. Throws when the patch was not made from `before`. */
export function readPatch(patch: string, before: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < patch.length; ) {
    const breaks = patch.indexOf('\n', at);
    const stop = breaks < 0 ? patch.length : breaks;
    const from = at;
    at = stop + 1;
    if (patch[from] === '+') {
      lines.push(patch.slice(from + 1, stop));
      continue;
    }
    const step = patch.slice(from, stop);
    const comma = step.indexOf(',');
    const start = Number(step.slice(1, comma));
    const end = start + Number(step.slice(comma + 1));
    if (step[0] !== '=' || !(end <= before.length)) throw new Error(`Not a patch of these lines: "${step}".`);
    for (let i = start; i < end; i++) lines.push(before[i]!);
  }
  return lines;
}
