import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderReport } from '../../../lib/export/html.ts';
import { plain } from '../../../lib/export/markup.ts';
import { textIn } from '../../../lib/i18n/text.ts';
import { createLibrary } from '../../../lib/reply/library.ts';
import { emptyDigest } from '../../../lib/report/digest.ts';
import { type Report, reportOf } from '../../../lib/report/report.ts';

const start = Date.UTC(2026, 10, 22, 12);
const session = {
  id: 's',
  platform: 'taobao',
  title: '<script>alert(1)</script>',
  events: 3,
  rejected: 0,
  startedAt: start,
} as const;

function reported(over: Partial<Report> = {}): Report {
  const minutes = [0, 1, 2].map((i) => ({
    at: start + i * 60_000,
    seq: i,
    comments: 10 * (i + 1),
    questions: i,
    positive: 1,
    negative: 0,
    own: 0,
  }));
  const digest = { ...emptyDigest(), from: start, until: start + 180_000, comments: 60, minutes };
  return { ...reportOf([digest], session, createLibrary([]), []), ...over };
}
const opened = (html: string) => new DOMParser().parseFromString(html, 'text/html');

test('the file draws its charts, says what it did not see, and loads and runs nothing', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const html = renderReport(reported(), textIn(language), language);

    const page = opened(html);
    expect(page.querySelectorAll('svg path').length).toBeGreaterThan(1);
    expect(page.body.textContent).toContain(textIn(language).report.unseenOnly);
    expect(html).toContain(`default-src 'none'`);
    expect(page.querySelectorAll('script, link, img, iframe, object, form, a').length).toBe(0);
  }
});

test('what viewers and pages wrote stays text', () => {
  const evil = `"><img src=x onerror=alert(1)>&'`;
  const html = renderReport(
    reported({
      words: [{ word: evil, count: 3 }],
      questions: [
        {
          id: 'q',
          text: evil,
          intent: 'size',
          asks: 3,
          people: 2,
          answers: 0,
          isOpen: true,
          seq: 0,
          product: null,
        },
      ],
      overrides: [{ seq: 1, at: start, text: evil, reason: evil, terms: [] }],
    }),
    textIn('zh-CN'),
    'zh-CN',
  );

  const page = opened(html);
  expect(page.querySelectorAll('img, script').length).toBe(0);
  expect(page.querySelector('td')?.textContent).toBeDefined();
  expect(page.body.textContent).toContain(evil);
});

test('any text comes back from the page as it was, but for what no page may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      // a page reads every end of a line as a line feed
      const unified = text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');

      const element = document.createElement('p');
      element.append(...opened(`<body><p>${plain(unified)}</p>`).querySelector('p')!.childNodes);

      expect(element.textContent).toBe(unified);
      expect(plain(text)).not.toMatch(/[<>"']/);
    }),
  );
});

test('plans and corrections stand in the file, and drills apart from them', () => {
  const { plans: words } = textIn('zh-CN');
  const run = (id: string, isDrill: boolean) => ({
    id,
    plan: {
      id: 'slip',
      name: '<b>口误</b>',
      risk: 2,
      trigger: '',
      say: '更正一下',
      owner: '',
      steps: [{ text: '停下', hours: 0 as const }],
    },
    at: start,
    alarm: null,
    isDrill,
    done: [start],
    notes: [],
    closed: { at: start + 60_000, how: 'solved' as const },
  });

  const page = opened(
    renderReport(
      reported({ plans: { runs: [run('r', false), run('d', true)], corrections: [] } }),
      textIn('zh-CN'),
      'zh-CN',
    ),
  );
  const under = (title: string) =>
    [...page.querySelectorAll('section')].filter((one) => one.querySelector('h2')?.textContent === title);

  for (const title of [words.report.title, words.report.drills]) {
    expect(under(title).map((one) => one.querySelectorAll('tbody tr').length)).toEqual([1]);
    expect(under(title)[0]?.textContent).toContain('<b>口误</b>');
  }
});
