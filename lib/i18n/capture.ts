/** What is captured, what is wrong with it, and the disk. */
export const captureZhCN = {
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
};
