import type { Intent } from '../reply/types.ts';
import { alarmZhCN } from './alarm.ts';
import { assistZhCN } from './assist.ts';
import { boardZhCN } from './board.ts';
import { dayZhCN } from './day.ts';
import { exportZhCN } from './export.ts';
import { healthZhCN } from './health.ts';
import { intakeZhCN } from './intake.ts';
import { listsZhCN } from './lists.ts';
import { moderateZhCN } from './moderate.ts';
import { pageZhCN } from './page.ts';
import { plansZhCN } from './plans.ts';
import { policyZhCN } from './policy.ts';
import { profileZhCN } from './profile.ts';
import { prompterZhCN } from './prompter.ts';
import { replayZhCN } from './replay.ts';
import { reportZhCN } from './report.ts';
import { reviewZhCN } from './review.ts';
import { searchZhCN } from './search.ts';
import { shopZhCN } from './shop.ts';
import { showZhCN } from './show.ts';
import { storageZhCN } from './storage.ts';
import { toolsZhCN } from './tools.ts';
import { viewersZhCN } from './viewers.ts';
import { voiceZhCN } from './voice.ts';

/** The words on the screens, Chinese first; the other languages have the same shape. */
export const zhCN = {
  name: '直播间副驾',
  page: pageZhCN,
  alarm: alarmZhCN,
  assist: assistZhCN,
  board: boardZhCN,
  day: dayZhCN,
  export: exportZhCN,
  health: healthZhCN,
  intake: intakeZhCN,
  moderate: moderateZhCN,
  keep: storageZhCN,
  lists: listsZhCN,
  policy: policyZhCN,
  profile: profileZhCN,
  review: reviewZhCN,
  report: reportZhCN,
  timeline: replayZhCN,
  search: searchZhCN,
  shop: shopZhCN,
  show: showZhCN,
  plans: plansZhCN,
  prompter: prompterZhCN,
  tools: toolsZhCN,
  viewers: viewersZhCN,
  voice: voiceZhCN,
  platforms: { douyin: '抖音', taobao: '淘宝', kuaishou: '快手' },

  intents: {
    price: '价格',
    coupon: '优惠',
    size: '尺码',
    spec: '规格',
    stock: '库存',
    shipping: '发货',
    authenticity: '正品',
    ingredients: '成分',
    suitability: '适合',
    usage: '用法',
    aftersale: '售后',
    complaint: '投诉',
    order: '订单',
    comparison: '对比',
    link: '链接',
    praise: '好评',
    greeting: '问候',
    vote: '互动',
    abuse: '辱骂',
    spam: '刷屏',
    injection: '刷AI',
    other: '其他',
  } satisfies Record<Intent, string>,

  common: {
    cancel: '取消',
    close: '关闭',
    delete: '删除',
    add: '添加',
    undo: '撤销',
    loading: '正在读取…',
    broken: '这个页面出错了',
    brokenText: '记录不受影响，新评论仍在写入。重新打开这个页面即可继续。',
    reload: '重新打开',
  },

  capture: {
    listening: '监听中',
    waiting: '等待开播',
    lost: '已断开',
    limited: '部分受限',
    ended: '已结束',
    missing: (count: string) => `有 ${count} 条评论没能记录`,
    details: '详情',
    unreadable: (count: string) => `有 ${count} 条记录已损坏，已跳过`,
  },

  troubles: {
    'no-comments-yet': {
      what: '已接上中控台，但还没读到任何评论数据。',
      next: '没开播就不用管，开播后会自动出现；如果页面上评论在走，请刷新中控台页面。',
    },
    'feed-silent': {
      what: '评论接口没有应答了。',
      next: '先看中控台里评论是否还在走；不走就刷新中控台页面，记录会接着写。',
    },
    'list-paused': {
      what: '中控台的评论列表停住了。',
      next: '在中控台点一下“新评论”，列表会继续滚动。',
    },
    'idle-dialog': {
      what: '中控台弹出了“长时间未操作”。',
      next: '回到中控台点确认，监听会自动恢复。',
    },
    'logged-out': {
      what: '中控台的登录失效了。',
      next: '在中控台页面重新登录，登录后自动接上。',
    },
    'rows-unreadable': {
      what: '中控台改版了，评论列表读不出来。',
      next: '请用采集健康里的“重新指认评论”教它，或更新扩展。',
    },
    'feed-unreadable': {
      what: '评论接口的格式变了。',
      next: '请更新扩展。',
    },
    'page-unreadable': {
      what: '页面上有内容在更新，但一条评论都读不懂。',
      next: '请用采集健康里的“重新指认评论”教它，或更新扩展。',
    },
    'paths-disagree': {
      what: '页面列表里的评论，有些接口没有给出。',
      next: '记录以接口为准。请对照中控台看是否少了；少了就导出诊断文件反馈。',
    },
    'hook-missing': {
      what: '监听程序没有装进这个页面，接口听不到。',
      next: '请刷新中控台页面。',
    },
    slowed: {
      what: '中控台在后台，被浏览器减速，评论会晚到一分钟左右。',
      next: '把中控台放到看得见的窗口里，就会立刻补上。',
    },
  },

  away: {
    what: '中控台页面没有回应，可能已关闭。',
    next: '重新打开中控台页面，会接着记在这一场里。',
  },

  storage: {
    'disk-full': {
      what: '磁盘满了，新评论暂时写不进记录。',
      works: '页面上的评论仍在排队，不会丢；问题和话术照常可用。',
      next: '清理磁盘，或在“直播场次”里导出并删除旧场次，之后会自动补写。',
    },
    'database-blocked': {
      what: '本机数据库打不开，新评论暂时写不进记录。',
      works: '页面上的评论仍在排队，不会丢。',
      next: '关闭其他窗口里的副驾页面再试；不行就重启浏览器。无痕窗口不支持记录。',
    },
    since: (time: string) => `从 ${time} 起`,
  },

  head: {
    room: '直播间',
    openConsole: '打开控制台',
    menu: '更多',
    end: '结束本场',
    endTitle: '结束这一场？',
    endText: '结束后不再记录本场评论，记录可以回放和导出。中控台里的直播不受影响。',
    endAgain: '要再次记录，请刷新中控台页面。',
    endFailed: '没有结束成功，请再试一次。',
    keys: '键盘操作',
  },

  figures: {
    comments: '评论',
    perMinute: '/分',
    waiting: '待答',
    answered: '已答',
    median: '中位',
    commentsHint: '本场记录到的评论数',
    perMinuteHint: '最近一分钟的评论数',
    waitingHint: '还没有回答的问题（同样的问题算一个）',
    answeredHint: '已回复或已口播的问题占比（忽略的不算）',
    medianHint: '从第一次被问到回答，用时的中位数',
  },

  views: {
    questions: '问题',
    comments: '评论',
    day: '节奏',
    compliance: '合规',
    acts: '记录',
    label: '面板内容',
  },

  questions: {
    list: '待答问题',
    people: (count: string) => `${count} 人`,
    buyers: (count: string) => `${count} 位买家`,
    buyersHint: '已加购或已下单的人',
    times: (count: string) => `×${count}`,
    more: (count: string) => `显示其余 ${count} 个`,
    empty: '没有待答的问题',
    emptyHint: '观众的提问会自动合并到这里，等得久的排在前面。',
    calm: '刚问',
    ageing: '等待超过 5 秒',
    late: '等待超过 30 秒',
    spoken: '已口播',
    dismiss: '忽略',
    spokenHint: '主播已经口头回答',
    dismissHint: '不需要回答',
    filled: '已填入',
    announce: (text: string) => `新问题：${text}`,
  },

  replies: {
    list: '推荐回复',
    pick: '选一个问题，这里给出可用的回复。',
    checked: '已检查',
    length: (used: number, limit: number) => `${used}/${limit}`,
    fill: '填入',
    fillHint: '填入中控台输入框，由你确认后发送',
    filling: '正在填入…',
    filled: '已填入中控台输入框，请确认后发送',
    restored: '已恢复输入框原来的内容',
    restoreChanged: '输入框已经改过或发送，没有撤销',
    slots: '还有花括号里的内容没填',
    own: '自己写一条，边写边检查',
    ownLabel: '自己写的回复',
    edit: '改一改',
    editHint: '放进下面的输入框修改',
    blocked: '有不能用的词，改好才能填入',
    tooLong: (limit: number) => `超过 ${limit} 个字`,
    noneShown: '当时没有推荐回复',
    failures: {
      'no-box': '没找到中控台的评论输入框。请回到中控台的评论区，再按一次。',
      'box-disabled': '中控台的输入框现在不能输入。请看中控台是否禁言或未开播。',
      'too-long': '超过了中控台的字数限制，请改短一些。',
      'not-filled': '中控台没有接受填入。请手动粘贴，并刷新中控台页面。',
      unreachable: '连不上中控台页面。请刷新中控台，再按一次。',
    },
    notLogged: '操作没能写进记录，会自动重试。',
  },

  findings: {
    severity: { S3: '禁用', S2: '高风险', S1: '需依据', S0: '已豁免' },
    passed: '已通过',
    instead: '可改为',
    take: (text: string) => `改为“${text}”`,
    evasion: '变体写法',
    exempt: '豁免',
    clean: '没有发现风险词',
    risk: '风险提示，不构成法律意见',
  },

  feed: {
    list: '评论',
    paused: '已暂停',
    fresh: (count: string) => `新评论 ${count} 条`,
    resume: '回到最新（Esc）',
    empty: '还没有评论',
    emptyHint: '观众一发言就会出现在这里。',
    anchor: '主播',
    noNick: '匿名',
    reply: '回复',
  },

  compliance: {
    draft: '中控台输入框',
    draftEmpty: '输入框是空的',
    judged: '本场用语',
    empty: '主播账号在公屏发出的话，有风险的会列在这里。',
    said: '主播账号发出',
    choruses: '雷同好评',
    chorusHint:
      '几个账号在短时间内说了几乎一样的好评。若是安排的，属于虚假评价（反不正当竞争法第九条、电子商务法第十七条）。',
    chorus: (users: string, from: string, to: string) => `${users} 个账号，${from}–${to}`,
    announce: (severity: string, text: string) => `${severity}：${text}`,
  },

  acts: {
    empty: '填入、口播、忽略都会记在这里。',
    fill: '填入',
    spoken: '口播回答',
    handed: '人工已答',
    dismissed: '忽略',
    hand: '转人工',
    handUndone: '收回转人工',
    lack: '记为缺口',
    lackUndone: '取消缺口',
    split: '拆出',
    join: '合回',
    mark: '标记',
    pending: '待发送',
    sent: '已回复',
  },

  welcome: {
    title: '还没有发现直播间',
    steps: [
      '用主播账号打开任一平台的直播中控台',
      '开播后评论会自动出现在这里，不用刷新',
      '选中问题，按 1–3 选回复，按 Enter 填入，由你确认发送',
    ],
    consoles: {
      buyin: '抖音 · 巨量百应',
      doudian: '抖音 · 抖店',
      taobao: '淘宝直播中控台',
      kuaishou: '快手小店助手',
    },
    history: '看以前的场次',
  },

  keys: {
    title: '键盘操作',
    latest: '评论回到最新',
    note: '正在输入文字或使用输入法时，这些键不起作用。',
  },

  console: {
    rail: '控制台',
    sessions: '直播场次',
    search: '搜索',
    rules: '违禁词库',
    profiles: '方案',
    review: '审核',
    scripts: '话术库',
    products: '商品资料',
    shows: '流程单',
    plans: '预案',
    voice: '试讲',
    storage: '数据与隐私',
    settings: '设置',
  },

  sessions: {
    search: '搜索直播间、平台或日期',
    date: '日期',
    platform: '平台',
    room: '直播间',
    length: '时长',
    comments: '评论',
    running: '直播中',
    empty: '还没有记录过直播',
    emptyHint: '打开中控台并开播，副驾会自动开始记录。',
    noMatch: '没有符合的场次',
    open: '回放',
    untitled: '未命名直播间',
    deleteTitle: '删除这一场？',
    deleteText: (room: string, comments: string) =>
      `“${room}”的 ${comments} 条评论和全部记录将从本机删除，不能恢复。`,
    deleteFailed: '没有删除成功，请再试一次。',
    back: '返回场次',
    count: (count: string) => `共 ${count} 场`,
  },

  replay: {
    play: '播放',
    pause: '暂停',
    seeking: '正在定位…',
    speed: '速度',
    position: '回放位置',
    back: '后退一步',
    forward: '前进一步',
    stepHint: (seconds: number) => `${seconds} 秒`,
    gone: '这一场已经不在了',
    failed: '这一场的记录读不出来。请重新打开这个页面；不行就重启浏览器。',
  },

  rules: {
    used: (used: number, all: number) => `${used}/${all} 条启用`,
    switchList: (name: string) => `启用词库 ${name}`,
    switchCategory: (name: string) => `启用分类 ${name}`,
    switchRule: (name: string) => `启用规则 ${name}`,
    terms: '词语',
    examples: '例句',
    flagged: '会提示',
    passed: '不提示',
    severity: '级别',
    tooLong: '太长了',
    exists: '已经有了',
    version: (version: string) => `规则版本 ${version}`,
    live: '改动立刻在打开的面板里生效',
    bench: '试一句',
    benchHint: '输入一句话，看命中哪条规则、依据哪一条、怎么改。',
    benchPlaceholder: '例如：全网最低价，今天最后一波',
    channel: '场合',
    trade: '类目',
    channels: {
      host: '主播口播',
      title: '商品标题',
      public_reply: '公屏回复',
      dm: '私信客服',
      viewer_comment: '观众评论',
      internal: '内部备注',
    },
    trades: {
      general: '普通商品',
      food: '食品',
      health_food: '保健食品',
      cosmetics: '化妆品',
      special_cosmetics: '特殊化妆品',
      medical: '医疗器械与药品',
      education: '教育培训',
      investment: '招商投资',
      property: '房产',
      alcohol: '酒类',
      infant_food: '婴幼儿食品',
    },
    locate: '在词库里查看',
    scope: '适用范围',
    everywhere: '所有直播间',
    room: (title: string) => `直播间 ${title}`,
    shop: '本店',
    shopHint: '没有另外指定时，按这个类目审核；有依据的说法不再要求依据。',
    evidence: '依据',
    evidenceKinds: {
      report: '检测报告',
      certificate: '证书',
      registration: '注册或备案',
      authorisation: '授权书',
      'sales-data': '销售数据',
    },
    covers: '证明什么',
    coversHint: '选一个分类，或写出要用的原话，如“美白”',
    coversWords: '这句原话',
    words: '原话',
    number: '编号',
    until: '有效期至',
    valid: (date: string) => `至 ${date}`,
    expired: (date: string) => `已于 ${date} 过期`,
  },

  settings: {
    language: '语言',
    theme: '外观',
    name: '称呼',
    nameHint: '改动词库时留名，例：小林',
    auto: '跟随系统',
    languageAuto: '跟随浏览器',
    light: '浅色',
    dark: '深色',
    zhCN: '简体中文',
    en: 'English',
    privacy: '数据只在本机',
    privacyText:
      '评论、回复和记录都保存在这台电脑的浏览器里，不会上传。只有设置了 AI 服务商，才会把选中的问题发给它。',
  },
};

export type Text = typeof zhCN;
