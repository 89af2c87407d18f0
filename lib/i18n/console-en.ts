import type { consoleZhCN } from './console.ts';

/** The same in English. */
export const consoleEn: typeof consoleZhCN = {
  welcome: {
    title: 'No live room found yet',
    steps: [
      'Open a platform’s live console with the host’s account',
      'Once live, comments appear here by themselves, no reload needed',
      'Choose a question, press 1–3 for a reply and Enter to fill it; you confirm and send',
    ],
    consoles: {
      buyin: 'Douyin · 巨量百应',
      doudian: 'Douyin · 抖店',
      taobao: 'Taobao Live console',
      kuaishou: 'Kuaishou shop assistant',
    },
    history: 'Earlier sessions',
  },

  keys: {
    title: 'Keyboard',
    latest: 'Back to the newest comment',
    note: 'These keys do nothing while you type or compose with an input method.',
  },

  console: {
    rail: 'Console',
    sessions: 'Sessions',
    search: 'Search',
    rules: 'Banned words',
    profiles: 'Profiles',
    review: 'Review',
    scripts: 'Scripts',
    products: 'Products',
    shows: 'Run of show',
    plans: 'Plans',
    voice: 'Rehearse aloud',
    storage: 'Data & privacy',
    settings: 'Settings',
  },

  sessions: {
    search: 'Search rooms, platforms or dates',
    date: 'Date',
    platform: 'Platform',
    room: 'Room',
    length: 'Length',
    comments: 'Comments',
    running: 'Live',
    empty: 'No broadcast recorded yet',
    emptyHint: 'Open a console and go live; recording starts by itself.',
    noMatch: 'No session matches',
    open: 'Replay',
    untitled: 'Untitled room',
    deleteTitle: 'Delete this session?',
    deleteText: (room, comments) =>
      `The ${comments} comments of “${room}” and its whole log will be removed from this machine for good.`,
    deleteFailed: 'It was not deleted. Please try again.',
    back: 'Back to sessions',
    count: (count) => `${count} sessions`,
  },

  replay: {
    play: 'Play',
    pause: 'Pause',
    seeking: 'Seeking…',
    speed: 'Speed',
    position: 'Position',
    back: 'Step back',
    forward: 'Step forward',
    stepHint: (seconds) => `${seconds} s`,
    gone: 'This session is no longer here',
    failed: 'The log of this session cannot be read. Open this page again, or restart the browser.',
  },

  settings: {
    language: 'Language',
    theme: 'Appearance',
    name: 'Your name',
    nameHint: 'Signs your changes of the rules',
    auto: 'Like the system',
    languageAuto: 'Like the browser',
    light: 'Light',
    dark: 'Dark',
    zhCN: '简体中文',
    en: 'English',
    privacy: 'Data stays on this machine',
    privacyText:
      'Comments, replies and logs are kept in this browser and are not uploaded. Only with an AI provider set, the selected question goes to it.',
  },
};
