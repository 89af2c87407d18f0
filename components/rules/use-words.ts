import { useCallback, useEffect, useMemo, useState } from 'react';
import { ownList, type RuleSettings } from '../../lib/compliance/types.ts';
import type { ListContent } from '../../lib/lists/word-list.ts';
import { changeList, readContent, readHeads } from '../../lib/log/lists.ts';
import { readSubscriptions } from '../../lib/log/subscriptions.ts';
import { type ChangeRules, useBy, useLog, useWatch } from '../use-log.ts';
import type { Desk } from './desk.ts';
import type { Words } from './tree-rows.ts';

/** All lists of words, the shop's own last; what a list holds is read when `isWanted` says so. */
export function useWords(
  rules: RuleSettings,
  own: string,
  isWanted: (id: string) => boolean,
  isLocked: (id: string) => boolean,
): Words[] {
  const db = useLog();
  const { value: heads } = useWatch(readHeads);
  const { value: subscriptions } = useWatch(readSubscriptions);
  const [contents, setContents] = useState<ReadonlyMap<string, ListContent>>(new Map());
  const missing = (heads ?? [])
    .filter(({ id, hash }) => isWanted(id) && !contents.has(hash))
    .map(({ hash }) => hash)
    .join();
  useEffect(() => {
    if (!missing) return;
    let isGone = false;
    void Promise.all(
      missing.split(',').map(async (hash) => [hash, await readContent(db, hash)] as const),
    ).then((read) => {
      if (isGone) return;
      // of what was read earlier only what a list still holds
      const held = new Set(heads?.map(({ hash }) => hash));
      setContents(
        (before) =>
          new Map([
            ...[...before].filter(([hash]) => held.has(hash)),
            ...read.map(([hash, content]) => [hash, content ?? { terms: [], allow: [] }] as const),
          ]),
      );
    });
    return () => {
      isGone = true;
    };
  }, [db, missing, heads]);
  const { terms, allow } = rules;
  return useMemo(
    () => [
      ...(heads ?? []).map((head): Words => {
        const { id, name, group, hash } = head;
        const isFixed = isLocked(id) || (subscriptions?.some((one) => one.id === id) ?? false);
        return { id, name, group, head, isFixed, content: contents.get(hash) ?? null };
      }),
      {
        id: ownList,
        name: own,
        group: 'own' as const,
        head: null,
        isFixed: false,
        content: { terms, allow } as ListContent,
      },
    ],
    [heads, subscriptions, contents, terms, allow, own, isLocked],
  );
}

/** Changes the words of a list, or the shop's own, which stand in the settings. */
export function useChangeWords(change: ChangeRules): Desk['changeWords'] {
  const db = useLog();
  const by = useBy();
  return useCallback(
    (words, turn, why) =>
      words.head
        ? changeList(db, words.id, turn, by(why))
        : change((rules) => ({ ...rules, ...turn(rules as unknown as ListContent) }), why),
    [db, by, change],
  );
}
