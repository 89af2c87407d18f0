import type { Finding } from '../model.ts';
import { createSpot } from './page-ui.ts';

export interface DraftLineText {
  finding(severity: string, text: string, basis: string): string;
  more(count: number): string;
  severity: Record<Finding['severity'], string>;
}

export interface DraftLine {
  /** Says under the box what is wrong with its text; nothing when there are no findings. */
  show(box: Element | null, findings: readonly Finding[]): void;
  /** Follows the box when the page moves it. */
  follow(): void;
  remove(): void;
}

const css = `
p {
  margin: 0; padding: 2px 8px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis;
  border-left: 3px solid currentColor; border-radius: 3px; background: #fff4f2; color: #b42318;
}
p[data-severity="S1"] { background: #fff8e6; color: #8a5a00; }
@media (prefers-color-scheme: dark) {
  p { background: #3a1512; color: #ffb4a9; }
  p[data-severity="S1"] { background: #33270c; color: #ffd88a; }
}
`;
const height = 24;
/** px left free at the right, where consoles have their send button */
const sendButton = 80;
const rank = { S3: 0, S2: 1, S1: 2, S0: 3 };

/** Draws one thin line under the console's box; above it where there is no room below. */
export function createDraftLine(document: Document, text: DraftLineText): DraftLine {
  const { root, host } = createSpot(document, 'live-copilot-line', css);
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  root.append(line);
  host.style.pointerEvents = 'none';
  let target: Element | null = null;

  function follow(): void {
    if (!target?.isConnected) {
      host.remove();
      return;
    }
    const box = frameOf(target).getBoundingClientRect();
    const below = box.bottom + 2;
    const isRoom = below + height <= document.documentElement.clientHeight;
    host.style.left = `${Math.max(0, box.left)}px`;
    host.style.top = `${isRoom ? below : Math.max(0, box.top - height - 2)}px`;
    host.style.maxWidth = `${Math.max(160, box.width - sendButton)}px`;
  }
  const options = { capture: true, passive: true };
  document.addEventListener('scroll', follow, options);
  document.defaultView?.addEventListener('resize', follow, options);

  return {
    show(box, findings) {
      const [worst] = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]);
      target = worst && box ? box : null;
      if (!worst || !box) {
        host.remove();
        return;
      }
      const said = text.finding(text.severity[worst.severity], worst.text, worst.basis);
      const more = findings.length > 1 ? ` · ${text.more(findings.length - 1)}` : '';
      line.textContent = said + more;
      line.dataset.severity = worst.severity;
      document.documentElement.append(host);
      follow();
    },
    follow: () => {
      if (target) follow();
    },
    remove() {
      host.remove();
      document.removeEventListener('scroll', follow, options);
      document.defaultView?.removeEventListener('resize', follow, options);
    },
  };
}

/** What the page draws around the box, as far as it is hardly bigger. */
function frameOf(box: Element): Element {
  const { height: own } = box.getBoundingClientRect();
  const outer = box.parentElement;
  return outer && outer.getBoundingClientRect().height <= own + 20 ? outer : box;
}
