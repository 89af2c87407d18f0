import { useCallback, useRef, useState } from 'react';
import type { GoodsEvent } from '../../lib/model.ts';
import { type Issue, inspectScript, isGrave, type JudgeReply } from '../../lib/shop/inspect.ts';
import type { ShopProduct, ShopScript } from '../../lib/shop/schema.ts';
import { findTwins } from '../../lib/shop/twins.ts';

/** What a check found in one script; a twin stands earlier in the table. */
interface Checked {
  script: ShopScript;
  issues: readonly Issue[];
  twin: { text: string; isSame: boolean } | null;
}

export type CheckState =
  | { kind: 'idle' }
  | { kind: 'working'; done: number; all: number }
  | { kind: 'cancelled' }
  | { kind: 'done'; all: number; bad: number; found: Checked[] };

/** Longest stretch of checking before the page may draw and listen again (ms). */
const slice = 12;

/** Checks every script, a few ms at a time; can be stopped. */
export function useCheckAll() {
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const run = useRef(0);

  const start = useCallback(
    async (
      scripts: readonly ShopScript[],
      products: readonly ShopProduct[],
      judge: JudgeReply,
      shelf: GoodsEvent['items'] = [],
    ) => {
      const mine = ++run.current;
      const all = scripts.length;
      const checked: Checked[] = [];
      let began = performance.now();
      /** Lets the page draw and listen; false when somebody stopped the check. */
      const breathe = async (): Promise<boolean> => {
        if (performance.now() - began < slice) return true;
        setState({ kind: 'working', done: checked.length, all });
        await new Promise((done) => setTimeout(done));
        began = performance.now();
        return mine === run.current;
      };
      setState({ kind: 'working', done: 0, all });
      for (const script of scripts) {
        checked.push({ script, issues: inspectScript(script, { judge, products, shelf }), twin: null });
        if (!(await breathe())) return setState({ kind: 'cancelled' });
      }
      for (const twin of findTwins(scripts.map(({ text }) => text))) {
        if (twin) {
          const { first, second, isSame } = twin;
          checked[second] = { ...checked[second]!, twin: { text: scripts[first]!.text, isSame } };
        }
        if (!(await breathe())) return setState({ kind: 'cancelled' });
      }
      const found = checked.filter(({ issues, twin }) => issues.length > 0 || twin);
      setState({ kind: 'done', all, bad: found.filter(({ issues }) => issues.some(isGrave)).length, found });
    },
    [],
  );
  const cancel = useCallback(() => {
    run.current++;
  }, []);
  return { state, start, cancel };
}
