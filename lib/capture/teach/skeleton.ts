/** A part of a page by its structure alone: no text, no addresses, no attributes but classes and roles. */
export interface Bone {
  tag: string;
  classes: string[];
  role?: string;
  /** how long the text is that stands here itself */
  letters: number;
  /** like neighbours that were left out */
  alike?: number;
  inside?: Bone[];
}

const most = { bones: 400, depth: 12, children: 6 };

/** The structure of what stands under `root`. Class names are a build's words, never a viewer's. */
export function skeletonOf(root: Element): Bone {
  let left = most.bones;
  const isName = (name: string) => /^[\w-]{1,80}$/.test(name);

  function bone(element: Element, depth: number): Bone {
    left -= 1;
    const role = element.getAttribute('role');
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
    const inside: Bone[] = [];
    for (const child of depth < most.depth ? element.children : []) {
      const last = inside.at(-1);
      const isAlike = last && last.tag === child.localName && last.classes.join() === namesIn(child).join();
      if (isAlike && inside.length >= 3) last.alike = (last.alike ?? 0) + 1;
      else if (left > 0 && inside.length < most.children) inside.push(bone(child, depth + 1));
    }
    return {
      tag: element.localName,
      classes: namesIn(element),
      ...(role && isName(role) && { role }),
      letters: own.reduce((sum, node) => sum + (node.nodeValue ?? '').trim().length, 0),
      ...(inside.length > 0 && { inside }),
    };
  }
  // a long number may be somebody's id
  const namesIn = (element: Element) =>
    [...element.classList]
      .filter(isName)
      .slice(0, 8)
      .map((name) => name.replace(/\d{6,}/g, '#'));
  return bone(root, 0);
}
