/** The first screen, the console page, its sessions and settings. */
export const consoleZhCN = {
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
