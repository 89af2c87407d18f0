import { createSpot } from './page-ui.ts';

const css = `
button {
  font: inherit; padding: 8px 4px; writing-mode: vertical-rl; cursor: pointer; border-radius: 8px 0 0 8px;
  color: #fff; background: #1a56db; border: 1px solid #fff; border-right: 0; opacity: .85;
}
button:hover, button:focus-visible { opacity: 1; }
button:focus-visible { outline: 2px solid #1a56db; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { button { background: #3b6fe0; border-color: #1c1c1e; } }
`;

/** Draws the small button at the page's edge that opens the panel. Returns its removal. */
export function drawOpenButton(
  document: Document,
  text: { open: string; openHint: string },
  onClick: () => void,
): () => void {
  const { root, host } = createSpot(document, 'live-copilot-button', css);
  host.style.right = '0';
  host.style.top = '42%';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text.open;
  button.title = text.openHint;
  button.setAttribute('aria-label', text.openHint);
  // a page script's click is no gesture: it cannot open the panel
  button.addEventListener('click', (event) => event.isTrusted && onClick());
  root.append(button);
  const draw = () => document.documentElement.append(host);
  // before that the page has no head, and would find our element in its place
  if (document.body) draw();
  else document.addEventListener('DOMContentLoaded', draw);
  return () => {
    document.removeEventListener('DOMContentLoaded', draw);
    host.remove();
  };
}
