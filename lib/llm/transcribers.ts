import { z } from '../zod.ts';

/** Whoever can turn speech into text; `device` is the browser's own recogniser, which sends nothing. */
export const transcriberIds = ['device', 'siliconflow', 'openai', 'local', 'custom'] as const;
export type TranscriberId = (typeof transcriberIds)[number];

/** The one recogniser that a person set; its key lives in the extension's own database and goes nowhere else. */
export const Transcriber = z.object({
  preset: z.enum(transcriberIds),
  /** as `readAddress` gave it; '' of the device */
  address: z.string().max(300),
  key: z.string().max(500),
  model: z.string().max(200),
  /** ISO 639-1, where the endpoint wants to be told */
  language: z.string().max(8).optional(),
  /** ms epoch */
  savedAt: z.number().int(),
});
export type Transcriber = z.infer<typeof Transcriber>;

interface Preset {
  address: string;
  model: string;
  needsKey: boolean;
  language?: string;
  /** where a key is made */
  keys?: string;
}

/** Addresses and models as the vendors' documentation gives them (2026-11); local servers listen where they are told. */
export const transcribers: Readonly<Record<TranscriberId, Preset>> = {
  device: { address: '', model: '', needsKey: false },
  siliconflow: {
    address: 'https://api.siliconflow.cn/v1',
    model: 'FunAudioLLM/SenseVoiceSmall',
    needsKey: true,
    keys: 'https://cloud.siliconflow.cn/account/ak',
  },
  openai: {
    address: 'https://api.openai.com/v1',
    model: 'gpt-4o-mini-transcribe',
    needsKey: true,
    language: 'zh',
    keys: 'https://platform.openai.com/api-keys',
  },
  local: {
    address: 'http://localhost:8000/v1',
    model: 'SenseVoiceSmall',
    needsKey: false,
    language: 'zh',
  },
  custom: { address: '', model: '', needsKey: true },
};

/** Who recognises, as the log names it: `device`, or host and model. */
export const transcriberName = ({
  preset,
  address,
  model,
}: Pick<Transcriber, 'preset' | 'address' | 'model'>): string =>
  preset === 'device' ? 'device' : `${URL.parse(address)?.host ?? address}/${model}`;
