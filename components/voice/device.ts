/** The browser's recogniser as far as it is used here; the DOM's types do not know it yet. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** nothing may leave this machine */
  processLocally: boolean;
  start(track: MediaStreamTrack): void;
  stop(): void;
  abort(): void;
}
interface RecognitionClass {
  new (): Recognition;
  prototype: Recognition;
  available?(options: { langs: string[]; processLocally: true }): Promise<string>;
  install?(options: { langs: string[]; processLocally: true }): Promise<boolean>;
}
type Result = Event & {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0?: { transcript: string } }>;
};

const wanted: { langs: string[]; processLocally: true } = { langs: ['zh-CN'], processLocally: true };
/** After these errors it would only fail again (Web Speech API, `SpeechRecognitionErrorCode`). */
const lasting = ['not-allowed', 'service-not-allowed', 'language-not-supported', 'audio-capture'];
/** One that ended so soon (ms) begins again after a rest, each time twice as long. */
const short = 3000;
const rests = { first: 250, longest: 8000 };
/** The last words are waited for so long (ms). */
const patience = 2500;

/** The browser's recogniser; null where it could not be kept from sending the sound away. */
function found(): RecognitionClass | null {
  const { SpeechRecognition: known } = globalThis as { SpeechRecognition?: RecognitionClass };
  return known?.available && 'processLocally' in known.prototype ? known : null;
}

/** Can this browser recognise Chinese without sending the sound anywhere? */
export async function deviceState(): Promise<'ready' | 'loadable' | 'none'> {
  const state = await found()
    ?.available?.(wanted)
    .catch(() => 'unavailable');
  if (state === 'available') return 'ready';
  return state === 'downloadable' || state === 'downloading' ? 'loadable' : 'none';
}

/** Has the browser load its Chinese; false when it could not. */
export const loadDevice = async (): Promise<boolean> => (await found()?.install?.(wanted)) ?? false;

interface Follower {
  /** times in ms epoch */
  onSentence(sentence: { text: string; from: number; to: number }): void;
  /** it will hear nothing more */
  onLost(): void;
}

/**
 * Hears a stream with the browser's own recogniser on this machine, sentence by sentence; begins again when it stops.
 * Returns the end, which waits a while for the last words. Throws where there is no such recogniser: see `deviceState`.
 */
export function followDevice(sound: MediaStream, { onSentence, onLost }: Follower): () => Promise<void> {
  const [track] = sound.getAudioTracks();
  const Recogniser = found();
  if (!track || !Recogniser) throw new Error('Nothing on this machine recognises speech.');
  const recognition = new Recogniser();
  Object.assign(recognition, {
    lang: 'zh-CN',
    continuous: true,
    interimResults: false,
    processLocally: true,
  });
  let from = Date.now();
  let began = from;
  let isOver = false;
  let isRunning = false;
  let rest = rests.first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begin = () => {
    began = Date.now();
    recognition.start(track);
    isRunning = true;
  };
  const lose = () => {
    if (isOver) return;
    isOver = true;
    onLost();
  };
  recognition.addEventListener('speechstart', () => {
    from = Date.now();
  });
  recognition.addEventListener('result', (event) => {
    const { results, resultIndex } = event as Result;
    for (const result of Array.from(results).slice(resultIndex)) {
      const to = Date.now();
      if (result.isFinal && result[0]) onSentence({ text: result[0].transcript, from, to });
      from = to;
    }
  });
  recognition.addEventListener('error', (event) => {
    if (lasting.includes((event as Event & { error?: string }).error ?? '')) lose();
  });
  recognition.addEventListener('end', () => {
    isRunning = false;
    if (isOver || track.readyState !== 'live') return;
    rest = Date.now() - began >= short ? rests.first : Math.min(rests.longest, 2 * rest);
    timer = setTimeout(() => {
      try {
        begin();
      } catch {
        lose();
      }
    }, rest);
  });
  begin();

  return async () => {
    isOver = true;
    clearTimeout(timer);
    if (!isRunning) return;
    await new Promise<void>((done) => {
      const late = setTimeout(done, patience);
      recognition.addEventListener('end', () => {
        clearTimeout(late);
        done();
      });
      recognition.stop();
    });
    if (isRunning) recognition.abort();
  };
}
