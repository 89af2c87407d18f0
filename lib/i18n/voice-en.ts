import type { voiceZhCN } from './voice.ts';

/** The same in English. */
export const voiceEn: typeof voiceZhCN = {
  title: 'Host’s voice',
  states: {
    off: 'Not listening to the host',
    on: 'Listening to the host',
    elsewhere: 'Listening to another room’s host',
    starting: 'Opening …',
    ending: 'Finishing: the last sentences are being recognised …',
    lost: 'Cut off: the host cannot be heard',
  },
  elsewhere: (platform, title) =>
    `Listening to ${platform} · ${title}. One room at a time: moving it here stops it there.`,
  moveHere: 'Listen to this room',
  open: 'Listening to the host',
  intro:
    'While on, each sentence of the host becomes text and is checked as host speech. No sound is recorded or kept; off stops at once.',
  source: 'Sound from',
  sources: { microphone: 'This computer’s microphone', tab: 'The console tab’s sound' },
  by: 'Recognition',
  toDevice: 'Recognised on this computer; no sound leaves it',
  toHost: (name) => `Sound goes to ${name}`,
  none: 'Nobody has been chosen to recognise speech. Choose one in the settings.',
  toSettings: 'Settings',
  start: 'Listen',
  stop: 'Stop',
  level: 'Level',
  hearing: 'Somebody speaks',
  quiet: 'Quiet',
  waiting: (count) => `${count} being recognised`,
  heard: (count) => `${count} recognised`,
  unheard: (count) => `${count} not understood`,
  whys: {
    'not-allowed': 'The browser has not allowed the microphone. Open the rehearsal page and allow it once.',
    'no-device': 'No microphone was found. Plug one in and try again.',
    busy: 'Another program holds the microphone. Close it and try again.',
    'tab-not-allowed':
      'The browser wants you to name the tab first: on the console’s page, click our icon in the browser’s toolbar (it may be behind the puzzle piece), then press the button below. Once more after the page was opened anew.',
    'no-recogniser': 'Nobody has been chosen to recognise speech.',
    'device-not-ready':
      'Not opened: this browser cannot recognise Chinese on this computer yet and would send the sound away. Load the language in the settings, or choose another recogniser.',
    'no-permission': 'The browser has not allowed it. Press Listen again and allow it.',
    lost: 'The microphone was pulled, the tab closed, or the browser’s recogniser stopped. Press Listen again; if that does not help, choose another recogniser in the settings.',
    failed: 'It did not open. Try again; if it still fails, restart the browser.',
  },
  troubles: {
    nonsense: 'The recogniser’s answer cannot be speech and was not taken',
    late: 'Recognition falls behind; some sentences were left out',
    paused: 'The recogniser failed; paused for 15 s',
  },
  toRehearsal: 'Rehearsal page',

  risks: 'Host’s voice',
  risksEmpty: 'No risky words in what the host said.',
  notListening: 'Nobody listens to the host. The microphone at the top switches it on.',
  say: 'Correct it on air',
  corrected: 'Corrected on air',
  falseHit: 'Misheard or misjudged',
  closed: (how, seconds) =>
    how === 'corrected' ? `corrected after ${seconds}` : `called wrong after ${seconds}`,
  correction: '更正一下：刚才有一句说得不准确，请以商品页面的信息为准。',
  newest: 'Just said',

  settings: 'Recognising the host (optional)',
  settingsIntro:
    'Choose who turns the host’s voice into text. Nothing else needs it. Sound goes there sentence by sentence and is not kept; the text stays in the session’s log.',
  presets: {
    device: 'The browser’s own (on this computer)',
    siliconflow: 'SiliconFlow SenseVoice',
    openai: 'OpenAI',
    local: 'A server on this computer',
    custom: 'Another service of OpenAI’s form',
  },
  preset: 'Recogniser',
  device: {
    ready: 'This browser recognises Chinese on this computer; no sound leaves it.',
    loadable: 'This browser can recognise Chinese on this computer once its language pack is loaded.',
    none: 'This browser cannot recognise Chinese on this computer. Choose a service.',
  },
  load: 'Load the language pack',
  loading: 'Loading the language pack …',
  loaded: 'The language pack is ready',
  notLoaded: 'The language pack did not load; try again later',
  language: 'Language code (may be empty)',
  tested: (seconds) => `Works; one second of silence took ${seconds} s`,
  test: 'Test',
  removeText: 'The key is deleted from this computer; the host is no longer recognised.',

  rehearse: 'Rehearse aloud',
  rehearseIntro:
    'Read your scripts into the microphone before going live; each sentence is checked as host speech, as in the broadcast. It is written into no session and gone when you leave the page.',
  rehearseStart: 'Begin',
  rehearseAgain: 'Begin again',
  rehearseEmpty: 'What you say is listed here sentence by sentence, with its risks.',
  rehearseSum: (sentences, letters, perMinute, risky) =>
    `${sentences} sentences, ${letters} characters, ${perMinute} a minute, ${risky} with risks`,
  clean: 'Nothing risky found',
};
