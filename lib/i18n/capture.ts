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

/** The same in English. */
export const captureEn: typeof captureZhCN = {
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
};
