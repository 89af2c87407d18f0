import type { Taught, TaughtPages } from '../taught.ts';

const most = { pages: 50, selector: 300, file: 64_000 };

// tag, #id, .class, [attribute="value"], :nth-of-type(n), joined by blanks or ">": nothing that is slow, nothing that runs
const compound = String.raw`(?:[a-zA-Z][\w-]*)?(?:#[\w-]+|\.[\w-]+|\[[a-zA-Z][\w-]*(?:[*^$]?="[\w\s-]*")?\]|:nth-of-type\(\d{1,3}\))*`;
const selector = new RegExp(String.raw`^(?=\S)${compound}(?:(?: > | )(?=\S)${compound}){0,12}$`);
const isSelector = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= most.selector && selector.test(value);

/** Whatever was stored or imported, as taught pages; what is misshapen, or no plain selector, is left out. */
export function readTaught(stored: unknown): TaughtPages {
  if (typeof stored !== 'object' || stored === null) return {};
  const pages: Record<string, Taught> = {};
  for (const [key, value] of Object.entries(stored).slice(0, most.pages)) {
    const { list, row, nick, text, at } = (value ?? {}) as Partial<Record<keyof Taught, unknown>>;
    if (key.length > 200 || !/^[\w.-]+\/[\w./*%-]*$/.test(key)) continue;
    if (!isSelector(list) || !isSelector(row) || !isSelector(nick) || !isSelector(text)) continue;
    const time = typeof at === 'number' && Number.isFinite(at) ? at : 0;
    pages[key] = { list, row, nick, text, at: time };
  }
  return pages;
}

const format = 'live-copilot-selectors';

/** The taught pages as a small file for others. */
export const taughtFile = (pages: TaughtPages): string =>
  `${JSON.stringify({ format, version: 1, pages }, null, 2)}\n`;

/** Reads such a file; null when it is none, too large, or holds nothing that can be used. */
export function readTaughtFile(content: string): TaughtPages | null {
  if (content.length > most.file) return null;
  try {
    const file = JSON.parse(content) as { format?: unknown; version?: unknown; pages?: unknown } | null;
    if (file?.format !== format || file.version !== 1) return null;
    const pages = readTaught(file.pages);
    return Object.keys(pages).length > 0 ? pages : null;
  } catch {
    return null;
  }
}
