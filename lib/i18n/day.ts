/** The rhythm of the broadcast: its figures, their curves and the words of the hour. */
export const dayZhCN = {
  board: '数据看板',
  figures: {
    comments: '评论',
    questions: '问题',
    answered: '已答',
    wait: '回答用时',
    online: '在线',
    likes: '点赞',
    orders: '订单',
  },
};

export const dayEn: typeof dayZhCN = {
  board: 'Figures',
  figures: {
    comments: 'Comments',
    questions: 'Questions',
    answered: 'Answered',
    wait: 'Time to answer',
    online: 'Online',
    likes: 'Likes',
    orders: 'Orders',
  },
};
