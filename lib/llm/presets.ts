/** The providers that are offered by name; `custom` is any other endpoint of the same protocol. */
export const presetIds = [
  'deepseek',
  'dashscope',
  'ark',
  'kimi',
  'zhipu',
  'siliconflow',
  'openai',
  'ollama',
  'custom',
] as const;
export type PresetId = (typeof presetIds)[number];

export interface Preset {
  /** '' where a person types it */
  address: string;
  needsKey: boolean;
  /** where a key is made */
  keys?: string;
  /** the field that bounds an answer; OpenAI's newer models refuse the older name */
  bound: 'max_tokens' | 'max_completion_tokens';
  /** keeps hybrid models from thinking before they answer; left out where the provider refuses it */
  quick?: Readonly<Record<string, unknown>>;
}

/** Addresses as the vendors' documentation gives them (2026-11). */
export const presets: Readonly<Record<PresetId, Preset>> = {
  deepseek: {
    address: 'https://api.deepseek.com/v1',
    needsKey: true,
    keys: 'https://platform.deepseek.com/api_keys',
    bound: 'max_tokens',
    quick: { thinking: { type: 'disabled' } },
  },
  dashscope: {
    address: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    needsKey: true,
    keys: 'https://bailian.console.aliyun.com/?tab=model#/api-key',
    bound: 'max_tokens',
    quick: { enable_thinking: false },
  },
  ark: {
    address: 'https://ark.cn-beijing.volces.com/api/v3',
    needsKey: true,
    keys: 'https://console.volcengine.com/ark/region:ark+cn-beijing/apiKey',
    bound: 'max_tokens',
    quick: { thinking: { type: 'disabled' } },
  },
  kimi: {
    address: 'https://api.moonshot.cn/v1',
    needsKey: true,
    keys: 'https://platform.moonshot.cn/console/api-keys',
    bound: 'max_tokens',
    quick: { thinking: { type: 'disabled' } },
  },
  zhipu: {
    address: 'https://open.bigmodel.cn/api/paas/v4',
    needsKey: true,
    keys: 'https://open.bigmodel.cn/usercenter/apikeys',
    bound: 'max_tokens',
    quick: { thinking: { type: 'disabled' } },
  },
  siliconflow: {
    address: 'https://api.siliconflow.cn/v1',
    needsKey: true,
    keys: 'https://cloud.siliconflow.cn/account/ak',
    bound: 'max_tokens',
    quick: { enable_thinking: false },
  },
  openai: {
    address: 'https://api.openai.com/v1',
    needsKey: true,
    keys: 'https://platform.openai.com/api-keys',
    bound: 'max_completion_tokens',
  },
  ollama: { address: 'http://localhost:11434/v1', needsKey: false, bound: 'max_tokens' },
  custom: { address: '', needsKey: true, bound: 'max_tokens' },
};
