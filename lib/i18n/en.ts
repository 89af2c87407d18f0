import { alarmEn } from './alarm.ts';
import { assistEn } from './assist.ts';
import { boardEn } from './board.ts';
import { dayEn } from './day.ts';
import { exportEn } from './export-en.ts';
import { healthEn } from './health.ts';
import { intakeEn } from './intake-en.ts';
import { listsEn } from './lists.ts';
import { moderateEn } from './moderate.ts';
import { pageEn } from './page.ts';
import { plansEn } from './plans.ts';
import { policyEn } from './policy.ts';
import { profileEn } from './profile.ts';
import { prompterEn } from './prompter.ts';
import { replayEn } from './replay.ts';
import { reportEn } from './report-en.ts';
import { reviewEn } from './review.ts';
import { searchEn } from './search.ts';
import { shopEn } from './shop-en.ts';
import { showEn } from './show-en.ts';
import { storageEn } from './storage-en.ts';
import { toolsEn } from './tools.ts';
import { viewersEn } from './viewers.ts';
import { voiceEn } from './voice.ts';
import type { Text } from './zh-cn.ts';

export const en: Text = {
  name: 'Live-Room Co-pilot',
  page: pageEn,
  alarm: alarmEn,
  assist: assistEn,
  board: boardEn,
  day: dayEn,
  export: exportEn,
  health: healthEn,
  intake: intakeEn,
  moderate: moderateEn,
  keep: storageEn,
  lists: listsEn,
  policy: policyEn,
  profile: profileEn,
  review: reviewEn,
  report: reportEn,
  timeline: replayEn,
  search: searchEn,
  shop: shopEn,
  show: showEn,
  plans: plansEn,
  prompter: prompterEn,
  tools: toolsEn,
  viewers: viewersEn,
  voice: voiceEn,
  platforms: { douyin: 'Douyin', taobao: 'Taobao', kuaishou: 'Kuaishou' },

  intents: {
    price: 'Price',
    coupon: 'Coupon',
    size: 'Size',
    spec: 'Spec',
    stock: 'Stock',
    shipping: 'Shipping',
    authenticity: 'Authenticity',
    ingredients: 'Ingredients',
    suitability: 'Suitability',
    usage: 'Usage',
    aftersale: 'After-sale',
    complaint: 'Complaint',
    order: 'Order',
    comparison: 'Comparison',
    link: 'Link',
    praise: 'Praise',
    greeting: 'Greeting',
    vote: 'Vote',
    abuse: 'Abuse',
    spam: 'Spam',
    injection: 'AI baiting',
    other: 'Other',
  },

  common: {
    cancel: 'Cancel',
    close: 'Close',
    delete: 'Delete',
    add: 'Add',
    undo: 'Undo',
    loading: 'Loading…',
    broken: 'Something went wrong on this page',
    brokenText: 'The log is not affected, new comments are still recorded. Open the page again to go on.',
    reload: 'Open again',
  },

  capture: {
    listening: 'Listening',
    waiting: 'Waiting for the broadcast',
    lost: 'Disconnected',
    limited: 'Limited',
    ended: 'Ended',
    missing: (count) => `${count} comments could not be recorded`,
    details: 'Details',
    unreadable: (count) => `${count} records are damaged and were skipped`,
  },

  troubles: {
    'no-comments-yet': {
      what: 'Connected to the console, but no comment data has been read yet.',
      next: 'Before the broadcast that is fine; if comments move on the page, reload the console.',
    },
    'feed-silent': {
      what: 'The comment feed does not answer any more.',
      next: 'See whether comments still move in the console; if not, reload it. The log carries on.',
    },
    'list-paused': {
      what: 'The comment list in the console stands still.',
      next: 'Click “新评论” in the console to let it run.',
    },
    'idle-dialog': {
      what: 'The console asks whether you are still there.',
      next: 'Confirm in the console; listening resumes by itself.',
    },
    'logged-out': {
      what: 'The console has logged you out.',
      next: 'Log in again on the console page; listening resumes by itself.',
    },
    'rows-unreadable': {
      what: 'The console has changed; its comment list cannot be read.',
      next: 'Teach it with “Point at a comment” in capture health, or update the extension.',
    },
    'feed-unreadable': {
      what: 'The comment feed has changed its format.',
      next: 'Please update the extension.',
    },
    'page-unreadable': {
      what: 'The page is moving, but not one comment can be understood.',
      next: 'Teach it with “Point at a comment” in capture health, or update the extension.',
    },
    'paths-disagree': {
      what: 'The page list shows comments that the feed did not bring.',
      next: 'The log goes by the feed. Compare with the console; if some are missing, send the diagnostics file.',
    },
    'hook-missing': {
      what: 'The listener is not in this page; its feed cannot be heard.',
      next: 'Please reload the console page.',
    },
    slowed: {
      what: 'The console is in the background and slowed; comments may come a minute late.',
      next: 'Bring the console into a visible window; it catches up at once.',
    },
  },

  away: {
    what: 'The console page does not answer; it may be closed.',
    next: 'Open the console page again; the same session carries on.',
  },

  storage: {
    'disk-full': {
      what: 'The disk is full; new comments cannot be recorded for now.',
      works: 'Comments wait in the page and are not lost; questions and replies still work.',
      next: 'Free some space, or export and delete old sessions. Recording then catches up by itself.',
    },
    'database-blocked': {
      what: 'The database on this machine cannot be opened; new comments cannot be recorded for now.',
      works: 'Comments wait in the page and are not lost.',
      next: 'Close other co-pilot pages and try again, or restart the browser. Private windows cannot record.',
    },
    since: (time) => `since ${time}`,
  },

  head: {
    room: 'Room',
    openConsole: 'Open the console page',
    menu: 'More',
    end: 'End session',
    endTitle: 'End this session?',
    endText:
      'Comments are no longer recorded; the log can be replayed and exported. The broadcast itself goes on.',
    endAgain: 'To record again, reload the console page.',
    endFailed: 'It was not ended. Please try again.',
    keys: 'Keyboard',
  },

  figures: {
    comments: 'comments',
    perMinute: '/min',
    waiting: 'open',
    answered: 'answered',
    median: 'median',
    commentsHint: 'Comments recorded in this session',
    perMinuteHint: 'Comments in the last minute',
    waitingHint: 'Questions without an answer (same questions count once)',
    answeredHint: 'Share of questions answered in writing or by voice; dismissed ones do not count',
    medianHint: 'Median time from first asked to answered',
  },

  views: {
    questions: 'Questions',
    comments: 'Comments',
    day: 'Rhythm',
    compliance: 'Compliance',
    acts: 'Log',
    label: 'Panel content',
  },

  questions: {
    list: 'Waiting questions',
    people: (count) => `${count} people`,
    buyers: (count) => `${count} buying`,
    buyersHint: 'People who have it in their cart or ordered',
    times: (count) => `×${count}`,
    more: (count) => `Show the other ${count}`,
    empty: 'No question is waiting',
    emptyHint: 'Viewers’ questions are merged here, the longest waiting first.',
    calm: 'just asked',
    ageing: 'waiting over 5 s',
    late: 'waiting over 30 s',
    spoken: 'Spoken',
    dismiss: 'Dismiss',
    spokenHint: 'The host has answered by voice',
    dismissHint: 'Needs no answer',
    filled: 'Filled',
    announce: (text) => `New question: ${text}`,
  },

  replies: {
    list: 'Suggested replies',
    pick: 'Choose a question to see replies for it.',
    checked: 'Checked',
    length: (used, limit) => `${used}/${limit}`,
    fill: 'Fill',
    fillHint: 'Put it into the console’s box; you confirm and send',
    filling: 'Filling…',
    filled: 'Filled into the console’s box. Confirm and send it there',
    restored: 'The box has its former text again',
    restoreChanged: 'The box was edited or sent; nothing was undone',
    slots: 'The words in braces are still to be filled in',
    own: 'Write your own, checked as you type',
    ownLabel: 'Your own reply',
    edit: 'Edit',
    editHint: 'Put it into the field below to change it',
    blocked: 'Has words that cannot be used; change them to fill',
    tooLong: (limit) => `Longer than ${limit} characters`,
    noneShown: 'No reply was suggested then',
    failures: {
      'no-box': 'The console’s comment box was not found. Go to the comments in the console and press again.',
      'box-disabled': 'The console’s box takes no input now. See whether it is muted or not live.',
      'too-long': 'Longer than the console allows. Make it shorter.',
      'not-filled': 'The console did not take the text. Paste it by hand and reload the console page.',
      unreachable: 'The console page cannot be reached. Reload it and press again.',
    },
    notLogged: 'The act could not be recorded; it is retried by itself.',
  },

  findings: {
    severity: { S3: 'Banned', S2: 'High risk', S1: 'Needs proof', S0: 'Exempt' },
    passed: 'Passed',
    instead: 'Say instead',
    take: (text) => `Change to “${text}”`,
    evasion: 'veiled spelling',
    exempt: 'exempt',
    clean: 'No risky words found',
    risk: 'A hint at risks, not legal advice',
  },

  feed: {
    list: 'Comments',
    paused: 'Paused',
    fresh: (count) => `${count} new comments`,
    resume: 'Back to the newest (Esc)',
    empty: 'No comments yet',
    emptyHint: 'They appear here as soon as viewers write.',
    anchor: 'Host',
    noNick: 'Anonymous',
    reply: 'Reply',
  },

  compliance: {
    draft: 'The console’s box',
    draftEmpty: 'The box is empty',
    judged: 'Said in this session',
    empty: 'What the host’s account sends in the room appears here when it carries a risk.',
    said: 'Sent by the host’s account',
    choruses: 'Look-alike praise',
    chorusHint:
      'Several accounts said nearly the same praise within minutes. If arranged, it is a fake review (Anti-Unfair Competition Law Art. 9, E-Commerce Law Art. 17).',
    chorus: (users: string, from: string, to: string) => `${users} accounts, ${from}–${to}`,
    announce: (severity, text) => `${severity}: ${text}`,
  },

  acts: {
    empty: 'Fills, spoken answers and dismissals are recorded here.',
    fill: 'Filled',
    spoken: 'Answered by voice',
    handed: 'Answered by a person',
    dismissed: 'Dismissed',
    hand: 'Handed to a person',
    handUndone: 'Taken back',
    lack: 'Noted as a gap',
    lackUndone: 'Gap taken back',
    split: 'Split off',
    join: 'Put back',
    mark: 'Noted',
    pending: 'to be sent',
    sent: 'Replied',
  },

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

  rules: {
    used: (used, all) => `${used}/${all} on`,
    switchList: (name) => `List ${name}`,
    switchCategory: (name) => `Category ${name}`,
    switchRule: (name) => `Rule ${name}`,
    terms: 'Terms',
    examples: 'Examples',
    flagged: 'Flags',
    passed: 'Leaves',
    severity: 'Severity',
    tooLong: 'Too long',
    exists: 'Already there',
    version: (version) => `Rules ${version}`,
    live: 'Changes take effect in open panels at once',
    bench: 'Try a sentence',
    benchHint: 'Type a sentence to see which rule it meets, on what basis, and how to say it.',
    benchPlaceholder: 'e.g. 全网最低价，今天最后一波',
    channel: 'Channel',
    trade: 'Trade',
    channels: {
      host: 'Host’s speech',
      title: 'Product title',
      public_reply: 'Public reply',
      dm: 'Direct message',
      viewer_comment: 'Viewer’s comment',
      internal: 'Internal note',
    },
    trades: {
      general: 'General goods',
      food: 'Food',
      health_food: 'Health food',
      cosmetics: 'Cosmetics',
      special_cosmetics: 'Special cosmetics',
      medical: 'Medical',
      education: 'Education',
      investment: 'Investment',
      property: 'Property',
      alcohol: 'Alcohol',
      infant_food: 'Infant food',
    },
    locate: 'Show in the lists',
    scope: 'Holds for',
    everywhere: 'everywhere',
    room: (title: string) => `Room ${title}`,
    shop: 'This shop',
    shopHint: 'Texts are judged as this unless told otherwise; what is proven no longer asks for proof.',
    evidence: 'Evidence',
    evidenceKinds: {
      report: 'Test report',
      certificate: 'Certificate',
      registration: 'Registration or filing',
      authorisation: 'Authorisation',
      'sales-data': 'Sales data',
    },
    covers: 'Proves',
    coversHint: 'A category, or the exact words you use, such as “美白”',
    coversWords: 'These words',
    words: 'Words',
    number: 'Number',
    until: 'Valid until',
    valid: (date: string) => `until ${date}`,
    expired: (date: string) => `expired on ${date}`,
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
