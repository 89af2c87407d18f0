import { useSyncExternalStore } from 'react';

export const pages = [
  'sessions',
  'search',
  'rules',
  'profiles',
  'scripts',
  'products',
  'review',
  'shows',
  'plans',
  'voice',
  'storage',
  'settings',
] as const;

/** Pages that another one leads to, by its name in the rail. */
const behind = { report: 'sessions', compare: 'sessions' } as const satisfies Record<
  string,
  (typeof pages)[number]
>;
export type Page = (typeof pages)[number] | keyof typeof behind;

/** Where one is on the console page; `id` names the session that is looked at. */
export interface Route {
  page: Page;
  id: string | null;
  /** what stands behind the question mark */
  query: Record<string, string>;
}

/** The page of the rail that a page belongs to. */
export const railPage = (page: Page): (typeof pages)[number] =>
  page in behind ? behind[page as keyof typeof behind] : (page as (typeof pages)[number]);

/** The address of a place, to be put after the page's own. */
export function addressOf(page: Page, id?: string, query: Record<string, string> = {}): string {
  const place = id === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
  const told = new URLSearchParams(query).toString();
  return told === '' ? place : `${place}?${told}`;
}

/** Reads an address; an unknown one is the list of sessions. */
export function readRoute(hash: string): Route {
  const [place = '', told = ''] = hash.split('?', 2);
  const [, name = '', id = ''] = place.split('/');
  const page = ([...pages, ...Object.keys(behind)] as Page[]).find((known) => known === name) ?? 'sessions';
  const query = Object.fromEntries(new URLSearchParams(told));
  return { page, id: id === '' ? null : decodeURIComponent(id), query };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Where one is; the address is the state, so that back and reload work. */
export const useRoute = (): Route => readRoute(useSyncExternalStore(subscribe, () => location.hash));
