/** Words of a class that are drawn anew with each release, such as 2fLb5 or TAlkJ: no word of a language is so. */
const isHash = (word: string): boolean =>
  /\d/.test(word) || word.split(/(?=[A-Z])/).some((part) => part.length < 2) || !/[aeiouy]/i.test(word);

/** What of a class name will outlive a release, the most telling first. */
export function stems(token: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const [, join = '', word = ''] of token.matchAll(/([-_]*)([^-_]+)/g)) {
    const isPart = run !== '' && join.length <= 1 && !isHash(word);
    if (isPart) run = `${run}${join}${word}`;
    else {
      runs.push(run);
      run = isHash(word) ? '' : word;
    }
  }
  runs.push(run);
  return [...new Set(runs.filter((one) => one.length >= 3))].reverse();
}

const plain = /^[\w-]+$/;

/** Ways to name an element by itself, those that last first. */
export function namesOf(element: Element): string[] {
  const tokens = [...element.classList].filter((token) => plain.test(token));
  const marks = ['role', 'data-testid', 'data-e2e'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value && plain.test(value) ? [`[${name}="${value}"]`] : [];
  });
  const tag = element.localName;
  return [
    ...tokens.flatMap((token) => stems(token).map((stem) => `[class*="${stem}"]`)),
    ...marks,
    ...tokens.filter((token) => /^[a-zA-Z]/.test(token)).map((token) => `.${token}`),
    ...(plain.test(tag) ? [tag] : []),
  ];
}

/** The element's place under `root`, step by step; null when it is not under it. */
export function pathIn(root: Element, element: Element): string | null {
  const steps: string[] = [];
  for (let one: Element | null = element; one !== root; one = one.parentElement) {
    if (!one?.parentElement || !plain.test(one.localName)) return null;
    const alike = [...one.parentElement.children].filter(({ localName }) => localName === one!.localName);
    steps.unshift(`${one.localName}:nth-of-type(${alike.indexOf(one) + 1})`);
  }
  return steps.length > 0 && steps.length <= 12 ? steps.join(' > ') : null;
}

/** A selector by which the document's first match is this very element; null when there is no short one. */
export function uniqueIn(document: Document, element: Element): string | null {
  const isIt = (selector: string) => document.querySelector(selector) === element;
  const { id } = element;
  const own = [
    ...(plain.test(id) && !/^\d/.test(id) && !/\d{3}/.test(id) ? [`#${id}`] : []),
    ...namesOf(element),
  ];
  const alone = own.find(isIt);
  if (alone) return alone;
  for (let above = element.parentElement; above; above = above.parentElement) {
    const path = pathIn(above, element);
    if (path === null) return null;
    const base = [...(plain.test(above.id) ? [`#${above.id}`] : []), ...namesOf(above)].find((name) =>
      isIt(`${name} > ${path}`),
    );
    if (base) return `${base} > ${path}`;
  }
  return null;
}
