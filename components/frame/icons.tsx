import type { ReactNode } from 'react';

const drawings = {
  banned: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" />
      <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  high: (
    <>
      <path d="M8 1.5l7 12.5H1z" fill="currentColor" />
      <path d="M8 6v4m0 1.4v1.2" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  proof: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="M8 7.2V12M8 4v1.6" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  exempt: <path d="M8 1.8l5.5 2v4.4c0 3-2.3 5-5.5 6.2-3.2-1.2-5.5-3.2-5.5-6.2V3.8zM5.5 8h5" {...line()} />,
  passed: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="M5 8.2l2.2 2.2L11.2 6" stroke="var(--paper)" strokeWidth="1.6" fill="none" />
    </>
  ),
  menu: <path d="M3 8h.01M8 8h.01M13 8h.01" {...line(2.4)} />,
  open: <path d="M9 2.5h4.5V7M13.5 2.5L7.5 8.5M11.5 9.5v4h-9v-9h4" {...line()} />,
  play: <path d="M4.5 2.5v11l9-5.5z" fill="currentColor" />,
  pause: <path d="M4 2.5h3v11H4zM9 2.5h3v11H9z" fill="currentColor" />,
  back: <path d="M8 3L3 8l5 5M13 3L8 8l5 5" {...line()} />,
  forward: <path d="M3 3l5 5-5 5M8 3l5 5-5 5" {...line()} />,
  left: <path d="M10 3L5 8l5 5" {...line()} />,
  right: <path d="M6 3l5 5-5 5" {...line()} />,
  down: <path d="M3 6l5 5 5-5" {...line()} />,
  lock: <path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5" {...line()} />,
  layers: <path d="M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3" {...line()} />,
  stamp: <path d="M6.5 2.5h3v3l1 3h2v3h-9v-3h2l1-3zM3.5 13.5h9" {...line()} />,
  remove: <path d="M4 4l8 8m0-8l-8 8" {...line()} />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" {...line()} />,
  talk: <path d="M2 3h12v8H7.5L4.5 13.5V11H2zM5 6.2h6M5 8.4h4" {...line()} />,
  goods: <path d="M2.5 5l5.5-2.8L13.5 5v6L8 13.8 2.5 11zM2.5 5L8 7.8 13.5 5M8 7.8v6" {...line()} />,
  trash: <path d="M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9" {...line()} />,
  pen: <path d="M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z" {...line()} />,
  check: <path d="M3 8.5l3.2 3.2L13 5" {...line(1.6)} />,
  keys: <path d="M1.5 4h13v8h-13zM4 6.5h.01M8 6.5h.01M12 6.5h.01M5 9.5h6" {...line()} />,
  replay: <path d="M3.2 5.4A5.5 5.5 0 118 13.5a5.5 5.5 0 01-5-3.2M3 2.5v3h3" {...line()} />,
  settings: <path d="M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.8v3.4M5 9.8v3.4" {...line()} />,
  disk: (
    <path
      d="M3 4c0-1.2 2.2-2 5-2s5 .8 5 2-2.2 2-5 2-5-.8-5-2zM3 4v8c0 1.2 2.2 2 5 2s5-.8 5-2V4M3 8c0 1.2 2.2 2 5 2s5-.8 5-2"
      {...line()}
    />
  ),
  mic: <path d="M8 2a2 2 0 012 2v4a2 2 0 01-4 0V4a2 2 0 012-2zM4 8a4 4 0 008 0M8 12v2.5" {...line()} />,
  clock: <path d="M8 2a6 6 0 110 12A6 6 0 018 2zM8 4.8V8l2.4 1.6" {...line()} />,
  siren: <path d="M4 12V8.5a4 4 0 018 0V12M2.5 13.5h11M8 1v1.4M2.6 3.6l1 1M13.4 3.6l-1 1" {...line()} />,
  search: <path d="M7 2.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9zM10.5 10.5l3.5 3.5" {...line()} />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A drawing beside a word; alone it needs a labelled button around it. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" style={{ flex: 'none' }}>
      {drawings[name]}
    </svg>
  );
}

function line(width = 1.4) {
  return {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: width,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
}
