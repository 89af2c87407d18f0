import { useState } from 'react';
import { cls } from './boot.ts';
import type { Phase } from './Console.tsx';

/** The two dialogs of the auxo design system that stand in the way: asleep, and over. */
export function DouyinDialog({ phase, resume }: { phase: Phase; resume(): void }) {
  const [isRead, setRead] = useState(false);
  if (phase === 'idle')
    return (
      <div className="auxo-modal-root">
        <div className="auxo-modal-wrap veil">
          <div className="auxo-modal auxo-modal-confirm dialog" role="dialog">
            <div className="auxo-modal-content">
              <div className="auxo-modal-confirm-body">
                <h2 className="auxo-modal-confirm-title">长时间未操作</h2>
                <p className="auxo-modal-confirm-content">
                  为保护账号安全，页面已暂停更新，点击恢复继续使用。
                </p>
              </div>
              <div className="auxo-modal-confirm-btns dialog-buttons">
                <button type="button" className="auxo-btn auxo-btn-primary primary" onClick={resume}>
                  恢复
                </button>
              </div>
            </div>
          </div>
        </div>
      </div>
    );
  if (phase === 'ended' && !isRead)
    return (
      <div className="auxo-modal-root">
        <div className="auxo-modal-wrap veil">
          <div className="auxo-modal dialog" role="dialog">
            <div className="auxo-modal-content">
              <button type="button" className="close" aria-label="关闭" onClick={() => setRead(true)}>
                <svg
                  className={cls('liveOverCloseIcon')}
                  viewBox="0 0 16 16"
                  width="16"
                  height="16"
                  aria-hidden="true"
                >
                  <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.5" />
                </svg>
              </button>
              <h2>直播已结束</h2>
              <p>本场直播数据可在「数据」中查看。</p>
            </div>
          </div>
        </div>
      </div>
    );
  return null;
}
