import type { TranscriberId } from '../llm/transcribers.ts';

/** The words around the host's voice. */
export const voiceZhCN = {
  title: '主播口播',
  states: {
    off: '没有在听主播',
    on: '正在听主播',
    elsewhere: '正在听另一场的主播',
    starting: '正在打开…',
    ending: '正在收尾：等最后几句识别完…',
    lost: '断了：听不到主播',
  },
  elsewhere: (platform: string, title: string) =>
    `现在听的是：${platform} · ${title}。一次只听一场，改过来那边就停。`,
  moveHere: '改听这一场',
  open: '主播口播监听',
  intro: '打开后，主播说的每句话会变成文字，按口播规则检查。不录音，不保存声音；关掉立刻停。',
  source: '声音来自',
  sources: { microphone: '这台电脑的麦克风', tab: '直播台标签页的声音' },
  by: '识别',
  toDevice: '只在这台电脑上识别，声音不外发',
  toHost: (name: string) => `声音会发给 ${name} 识别`,
  none: '还没有选择由谁识别。先到设置里选一个。',
  toSettings: '去设置',
  start: '开始听',
  stop: '停止',
  level: '音量',
  hearing: '有人在说话',
  quiet: '安静',
  waiting: (count: string) => `${count} 句正在识别`,
  heard: (count: string) => `识别 ${count} 句`,
  unheard: (count: string) => `${count} 句没听清`,
  whys: {
    'not-allowed': '浏览器没有允许使用麦克风。打开“试讲”页，按提示允许一次就行。',
    'no-device': '找不到麦克风。插好后再试。',
    busy: '麦克风被别的程序占着。关掉那个程序再试。',
    'tab-not-allowed':
      '浏览器要你先指明标签页：到直播台页面，点一下浏览器工具栏里的副驾图标（收起来的在拼图图标里），再点下面的按钮。页面重新打开后要再来一次。',
    'no-recogniser': '还没有选择由谁识别。',
    'device-not-ready':
      '没有打开：这个浏览器现在不能在本机识别中文，打开就会把声音发到外面。到设置里下载语言包，或另选一个识别服务。',
    'no-permission': '浏览器没有允许。再点一次“开始听”，询问时选“允许”。',
    lost: '话筒被拔了、标签页关了，或者本机识别停了。再点一次“开始听”；还不行就到设置里换一个识别服务。',
    failed: '没有打开。重试一次；还不行就重启浏览器。',
  },
  troubles: {
    nonsense: '识别结果不像人话，没有采用',
    late: '识别跟不上，有几句没识别',
    paused: '识别服务出错，暂停 15 秒',
  } as Record<string, string>,
  toRehearsal: '去试讲页',

  risks: '主播口播',
  risksEmpty: '主播说的话里还没有发现风险词。',
  notListening: '没有在听主播。点顶上的话筒可以打开。',
  say: '现场更正',
  corrected: '已现场更正',
  falseHit: '识别或判断有误',
  closed: (how: 'corrected' | 'false-hit', seconds: string) =>
    how === 'corrected' ? `${seconds} 后更正` : `${seconds} 后标为误报`,
  /** said on air: it does not say the words again, and passes our own check */
  correction: '更正一下：刚才有一句说得不准确，请以商品页面的信息为准。',
  newest: '刚说的',

  settings: '主播口播识别（可选）',
  settingsIntro:
    '选由谁把主播的声音变成文字。不选也不影响别的功能。声音一句一句发给你选的服务，不保存；文字留在本场记录里。',
  presets: {
    device: '浏览器自带（本机识别）',
    siliconflow: '硅基流动 SenseVoice',
    openai: 'OpenAI',
    local: '本机的识别服务',
    custom: '其他兼容 OpenAI 的识别服务',
  } satisfies Record<TranscriberId, string>,
  preset: '由谁识别',
  device: {
    ready: '这个浏览器能在本机识别中文，声音不外发。',
    loadable: '这个浏览器能在本机识别中文，先要下载语言包。',
    none: '这个浏览器不能在本机识别中文。请选一个识别服务。',
  },
  load: '下载语言包',
  loading: '正在下载语言包…',
  loaded: '语言包好了',
  notLoaded: '语言包没有下载成功，稍后再试',
  language: '语言代码（可空）',
  tested: (seconds: string) => `能用，识别一秒静音用了 ${seconds} 秒`,
  test: '测试',
  removeText: '密钥会从这台电脑删除，以后不再识别主播的话。',

  rehearse: '试讲',
  rehearseIntro:
    '开播前对着麦克风念一遍话术，按口播规则当场检查，和直播时一样。不写进任何场次，离开页面就没有了。',
  rehearseStart: '开始试讲',
  rehearseAgain: '重新开始',
  rehearseEmpty: '念出来的话会一句句列在这里，有风险的标出来。',
  rehearseSum: (sentences: string, letters: string, perMinute: string, risky: string) =>
    `${sentences} 句，${letters} 字，每分钟 ${perMinute} 字，${risky} 句有风险`,
  clean: '没有发现风险词',
};
