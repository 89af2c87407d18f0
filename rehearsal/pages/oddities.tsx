import { boot, cls } from './boot.ts';

const huge = '长'.repeat(20_000);

/** what was made up here, and must not be read */
const odds = new Set<unknown>();

/** After every ninth comment of a hostile page stands something that is no comment. */
export const isOdd = (key: number): boolean => boot.hostile && key % 9 === 8;

/** Rows as a broken or hostile Douyin page would show them. */
export function OddDouyinRow({ turn }: { turn: number }) {
  switch (turn % 5) {
    case 0:
      return <div className={cls('commentItem')} />;
    case 1:
      return (
        <div className={cls('commentItem')}>
          <span className={cls('nickname')} />
          <span className={cls('description')} />
        </div>
      );
    case 2:
      return (
        <div className={cls('commentItem')}>
          <span className={cls('nickname')}>太长：</span>
          <span className={cls('description')}>{huge}</span>
        </div>
      );
    case 3:
      return (
        <div className={cls('commentItem')}>
          <span className={cls('nickname')}>没有内容：</span>
        </div>
      );
    default:
      return <div className={cls('commentItem')}>用户进入了直播间</div>;
  }
}

/** Contents of a Taobao row that is none. */
export function OddTaobaoContent({ turn }: { turn: number }) {
  switch (turn % 3) {
    case 0:
      return null;
    case 1:
      return <div className={cls('tc-comment-item-content')} />;
    default:
      return (
        <>
          <span className={cls('tc-comment-item-userinfo-name')}>太长(tb1)</span>
          <div className={cls('tc-comment-item-content')}>
            <span>{huge}</span>
          </div>
        </>
      );
  }
}

/** What could lie in the props of a Kuaishou row. */
export function oddComment(turn: number): unknown {
  const odd = makeOdd(turn);
  odds.add(odd);
  return odd;
}

export const isOddComment = (data: unknown): boolean => odds.has(data);

function makeOdd(turn: number): unknown {
  const ring: Record<string, unknown> = { commentId: 'ring', commentContent: {} };
  ring.self = ring;
  const odd = [
    null,
    { commentId: {}, commentContent: 7, fromUserName: [] },
    { commentId: 'x', commentContent: '', fromUserName: 'x' },
    { commentId: 'x', commentContent: huge, fromUserName: 'x', fromUserId: '1', commentTime: 'never' },
    ring,
    {
      commentId: 'trap',
      get commentContent(): string {
        throw new Error('touched');
      },
    },
    new Proxy(
      { commentId: 'proxy', commentContent: 'proxy' },
      {
        get() {
          throw new Error('touched');
        },
        has: () => true,
      },
    ),
  ];
  return odd[turn % odd.length];
}

/** Shows nothing of what it was given. */
export function OddKuaishouRow({ data }: { data: unknown }) {
  return <div className={cls('comment')}>{data === undefined ? '' : '…'}</div>;
}
