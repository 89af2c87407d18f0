import { useCallback, useEffect, useState } from 'react';

/** Chromium's Document Picture-in-Picture, which no library of types has yet. */
interface Floats {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}
const floats = (globalThis as { documentPictureInPicture?: Floats }).documentPictureInPicture;

const size = { width: 640, height: 400 } as const;

/** A small window that stays on top, where the browser has one; null while there is none. */
export function useFloat() {
  const [floating, setFloating] = useState<Window | null>(null);
  const float = useCallback(async () => {
    const opened = await floats?.requestWindow(size).catch(() => null);
    if (!opened) return;
    dress(opened.document);
    opened.addEventListener('pagehide', () => setFloating(null));
    setFloating(opened);
  }, []);
  const land = useCallback(() => {
    floating?.close();
    setFloating(null);
  }, [floating]);
  useEffect(() => () => floating?.close(), [floating]);
  return { floating, canFloat: floats !== undefined, float, land };
}

/** Its document begins empty: it gets our styles, language and title. */
function dress(other: Document): void {
  other.documentElement.lang = document.documentElement.lang;
  other.title = document.title;
  for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]'))
    other.head.append(sheet.cloneNode(true));
}
