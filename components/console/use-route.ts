import { useSyncExternalStore } from 'react';

export const pages = ['sessions', 'rules', 'scripts', 'products', 'settings'] as const;
export type Page = (typeof pages)[number];

/** Where one is on the console page; `id` names the session that is replayed. */
export interface Route {
  page: Page;
  id: string | null;
}

/** The address of a place, to be put after the page's own. */
export const addressOf = (page: Page, id?: string): string =>
  id === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;

/** Reads an address; an unknown one is the list of sessions. */
export function readRoute(hash: string): Route {
  const [, name = '', id = ''] = hash.split('/');
  const page = pages.find((known) => known === name) ?? 'sessions';
  return { page, id: id === '' ? null : decodeURIComponent(id) };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Where one is; the address is the state, so that back and reload work. */
export const useRoute = (): Route => readRoute(useSyncExternalStore(subscribe, () => location.hash));
