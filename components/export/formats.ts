import type { Order, Write } from '../../lib/export/order.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { Database } from '../../lib/log/database.ts';
import { createRuleReader } from '../../lib/log/lists.ts';
import { readProducts, readScripts, readStarter } from '../../lib/log/shop.ts';
import type { Session } from '../../lib/model.ts';

export const formats = ['xlsx', 'csv', 'jsonl', 'html', 'pack'] as const;
export type Format = (typeof formats)[number];

/** What is known of a file once it is written. */
export interface Written {
  /** of a pack: what to deposit elsewhere */
  seal?: string;
}

interface Job {
  db: Database;
  session: Session;
  order: Order;
  text: Text;
  write: Write;
}

interface Kind {
  extension: string;
  type: string;
  /** a pack proves something about a whole session only */
  isWhole?: boolean;
  /** there is nobody's name in it */
  hasNoNames?: boolean;
  /** loaded when it is asked for: no first picture needs it */
  run(job: Job): Promise<Written>;
}

export const kindOf: Record<Format, Kind> = {
  jsonl: {
    extension: 'jsonl',
    type: 'application/jsonl',
    run: async ({ db, order, write }) => {
      const { writeJsonl } = await import('../../lib/export/jsonl.ts');
      await writeJsonl(db, order, write);
      return {};
    },
  },
  csv: {
    extension: 'csv',
    type: 'text/csv',
    run: async ({ db, order, write }) => {
      const { writeCsv } = await import('../../lib/export/csv.ts');
      await writeCsv(db, order, write);
      return {};
    },
  },
  xlsx: {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    run: async ({ db, session, order, text, write }) => {
      const { writeXlsx } = await import('../../lib/export/xlsx.ts');
      const { checker } = await rulesNow(db, session);
      const words = { sheet: text.export.sheet, intents: text.intents, severity: text.findings.severity };
      await writeXlsx(db, order, { words, text, checker }, write);
      return {};
    },
  },
  html: {
    extension: 'html',
    type: 'text/html',
    isWhole: true,
    hasNoNames: true,
    run: async ({ db, session, text, write }) => {
      const [{ renderReport }, { reportOf }, engine, { collect }] = await Promise.all([
        import('../../lib/export/html.ts'),
        import('../../lib/report/report.ts'),
        import('../engine.ts'),
        import('../report/use-report.ts'),
      ]);
      const [scripts, products, starter] = await Promise.all([
        readScripts(db),
        readProducts(db),
        readStarter(db),
      ]);
      const library = engine.createLibrary([...scripts, ...engine.starterIn(starter)], products);
      const report = reportOf([await collect(db, session.id)], session, library, products);
      await write(new TextEncoder().encode(renderReport(report, text, document.documentElement.lang)));
      return {};
    },
  },
  pack: {
    extension: 'zip',
    type: 'application/zip',
    isWhole: true,
    run: async ({ db, session, order, write }) => {
      const { writePack } = await import('../../lib/export/pack.ts');
      const { browser } = await import('wxt/browser');
      const rules = await rulesNow(db, session);
      const made = {
        at: Date.now(),
        app: browser.runtime.getManifest().version,
        browser: navigator.userAgent,
      };
      return writePack(db, order, { ...rules, made }, write);
    },
  },
};

/** The rules as they stand, for what was said in this room. */
async function rulesNow(db: Database, { platform, roomId }: Session) {
  const [{ compileRules, inPlace, prepareRules }, settings] = await Promise.all([
    import('../engine.ts'),
    createRuleReader(db)({ place: { platform, room: roomId } }),
  ]);
  const prepared = prepareRules();
  const checker = inPlace(compileRules(settings, Date.now, prepared), { platform, room: roomId });
  return { checker, settings, builtIn: prepared.hash };
}
