import type { MetricEvent } from '../model.ts';
import { shownText } from './dom.ts';
import type { Reading } from './platform.ts';

/** How far above its name a figure may stand. */
const reach = 3;
/** A name and its figure are short; sentences are none. */
const longest = 24;

/**
 * Words that name figures on the consoles. No source lists them (回复率 comes with Kuaishou's comments, 2026-03): a
 * figure by another name is not read.
 */
const names: Readonly<Record<string, MetricEvent['name']>> = {
  在线人数: 'online',
  累计观看: 'viewers',
  观看人数: 'viewers',
  累计点赞: 'likes',
  点赞数: 'likes',
  成交订单: 'orders',
  成交笔数: 'orders',
  成交金额: 'sales',
  回复率: 'replyRate',
};

/**
 * Finds figures by the words that name them, such as 在线人数, wherever a release puts them: classes are not
 * known. Not read is what stands in `except`, where anybody may write. Sales in fen, 回复率 in per cent.
 */
export function readFigures(document: Document, except: Element | null): Reading['metrics'] {
  const found = new Map<MetricEvent['name'], number>();
  const texts = document.createTreeWalker(document.body, 4);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const shown = node.nodeValue?.trim() ?? '';
    if (shown === '' || shown.length > longest) continue;
    const name = Object.keys(names).find((one) => shown.startsWith(one));
    const metric = name && names[name];
    if (!metric || found.has(metric) || except?.contains(node)) continue;
    const value = figureIn(shown.slice(name.length)) ?? beside(node, name);
    if (value !== undefined) found.set(metric, metric === 'sales' ? Math.round(value * 100) : value);
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

/** The figure that stands with a name and nothing else. */
function beside(node: Node, name: string): number | undefined {
  let around = node.parentElement;
  for (let up = 0; around && up < reach; up += 1, around = around.parentElement) {
    const text = shownText(around);
    if (text.length > 2 * longest) return undefined;
    const value = figureIn(text.replace(name, ''));
    if (value !== undefined) return value;
  }
  return undefined;
}

const figure = /^[\s:：]*[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*([万亿wW]?)\+?\s*(?:[人次单件元%])?\s*$/;
const units: Record<string, number> = { 万: 1e4, w: 1e4, W: 1e4, 亿: 1e8 };

/** 1,830 · ¥12.5万 · 92% → the number; undefined for anything else. */
export function figureIn(text: string): number | undefined {
  const [, digits, unit = ''] = figure.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replaceAll(',', '')) * (units[unit] ?? 1);
  // 1.2万 times a hundred is no whole number in binary
  return value < 1e13 ? Number(value.toFixed(2)) : undefined;
}
