/** The browser's recogniser as far as it is used here; the DOM's types do not know it yet. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** nothing may leave this machine */
  processLocally: boolean;
  start(track: MediaStreamTrack): void;
  abort(): void;
}
interface RecognitionClass {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: true }): Promise<string>;
  install?(options: { langs: string[]; processLocally: true }): Promise<boolean>;
}
type Result = Event & {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0?: { transcript: string } }>;
};

const wanted: { langs: string[]; processLocally: true } = { langs: ['zh-CN'], processLocally: true };
const found = (): RecognitionClass | null =>
  (globalThis as { SpeechRecognition?: RecognitionClass }).SpeechRecognition ?? null;

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

/** Hears a stream with the browser's own recogniser, sentence by sentence; begins again when it stops. */
export function followDevice(
  sound: MediaStream,
  onSentence: (sentence: { text: string; from: number; to: number }) => void,
): () => void {
  const [track] = sound.getAudioTracks();
  const Recogniser = found();
  if (!track || !Recogniser) return () => {};
  const recognition = new Recogniser();
  Object.assign(recognition, {
    lang: 'zh-CN',
    continuous: true,
    interimResults: false,
    processLocally: true,
  });
  let from = Date.now();
  let isOver = false;
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
  recognition.addEventListener('end', () => {
    if (!isOver && track.readyState === 'live') recognition.start(track);
  });
  recognition.start(track);
  return () => {
    isOver = true;
    recognition.abort();
  };
}
