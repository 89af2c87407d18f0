/**
 * A closed place on the broadcaster's page for a piece of ours: outside the app's own tree, in fixed
 * position, so that it shifts nothing and the page's styles do not reach it. Sizes in px: rem is the page's.
 */
export function createSpot(
  document: Document,
  name: string,
  css: string,
): { root: ShadowRoot; host: HTMLElement } {
  const host = document.createElement(name);
  host.style.cssText = `all: initial; position: fixed; z-index: 2147483000; font: 13px/1.4 system-ui;`;
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  return { root, host };
}
