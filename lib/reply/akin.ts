import groups from './data/akin.json' with { type: 'json' };

/** Characters whose meanings are near: 沉 and 重, 裂 and 缝. By unit. */
export const akinTo: ReadonlyMap<number, readonly number[]> = readGroups();

function readGroups(): Map<number, number[]> {
  const near = new Map<number, number[]>();
  for (const group of groups) {
    const units = Array.from(group, (letter) => letter.charCodeAt(0));
    for (const unit of units) {
      const others = units.filter((other) => other !== unit);
      near.set(unit, [...new Set([...(near.get(unit) ?? []), ...others])]);
    }
  }
  return near;
}
