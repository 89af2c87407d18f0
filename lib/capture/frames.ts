import { pageAt } from '../platforms/index.ts';
import type { PlatformPage } from '../platforms/platform.ts';

/**
 * The page to read in this document; null where there is none, or a frame inside shows the console: that one is
 * read then, not what stands around it. A frame's own address tells, so that none has to ask another and no
 * script can talk one out of it. In a frame, a viewer's page is a preview.
 */
export function pageToRead(url: URL, { document, top, self }: Pick<Window, 'document' | 'top' | 'self'>) {
  const page = pageAt(url);
  if (!page?.tap.framed) return page;
  const isFrame = top !== self;
  if (isFrame && page.isAside) return null;
  return hasConsole(document) ? null : page;
}

const hasConsole = (document: Document): boolean =>
  [...document.getElementsByTagName('iframe')].some(({ src }) => {
    const page: PlatformPage | null = URL.canParse(src) ? pageAt(new URL(src)) : null;
    return page !== null && !page.isAside;
  });
