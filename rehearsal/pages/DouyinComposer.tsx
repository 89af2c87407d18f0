import { useEffect, useRef, useState } from 'react';
import { boot, cls } from './boot.ts';
import type { DouyinComment } from './douyin-feed.ts';
import { textLimit, useComposer } from './use-composer.ts';

interface Props {
  replyTo: DouyinComment | null;
  forget(): void;
}

/** Two boxes that look alike: a note to the host's board, and the one that speaks to viewers. */
export function DouyinComposer({ replyTo, forget }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const composer = useComposer(async (text) => {
    const reason = await publish(text, replyTo);
    if (reason === null) forget();
    return reason;
  }, true);
  // since 2026-06 the id sits on the other box
  const isMoved = boot.form === 'v2';

  useEffect(() => {
    if (replyTo) box.current?.focus();
  }, [replyTo]);

  return (
    <>
      <div id={isMoved ? 'input-comment-block-id' : undefined}>
        <Board />
      </div>
      <div id={isMoved ? undefined : 'input-comment-block-id'} className="composer">
        {replyTo && (
          <div className="reply-to">
            回复 {replyTo.nick_name}
            <button type="button" onClick={forget}>
              取消
            </button>
          </div>
        )}
        <div className={cls('inputWrapper')}>
          <textarea
            ref={box}
            rows={2}
            maxLength={textLimit}
            placeholder="回复观众或直接发评，enter一键发送"
            value={composer.value}
            onInput={composer.onInput}
            onChange={(event) => composer.change(event.target.value)}
            onKeyDown={composer.onKeyDown}
          />
          {/* a div on the real page, too */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box sends */}
          <div
            className={`${cls('inputSuffix')} primary ${composer.canSend ? '' : cls('isDisabled')}`}
            onClick={composer.send}
          >
            发送
          </div>
        </div>
        <div className="refusal">
          {composer.refusal}
          <span className="count">
            {composer.value.length}/{textLimit}
          </span>
        </div>
      </div>
    </>
  );
}

function Board() {
  const [value, setValue] = useState('');
  const [shown, setShown] = useState('');
  return (
    <div className="board">
      <textarea
        rows={1}
        placeholder="输入消息，主播可在主播看板上看到"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <button
        type="button"
        disabled={!value.trim()}
        onClick={() => {
          setShown(value);
          setValue('');
        }}
      >
        提示主播
      </button>
      {shown && <p>看板：{shown}</p>}
    </div>
  );
}

async function publish(content: string, replyTo: DouyinComment | null): Promise<string | null> {
  const response = await fetch('/api/anchor/comment/operate_v2', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      operate_type: replyTo ? 1 : 2,
      content: replyTo ? `@${replyTo.nick_name} ${content}`.slice(0, textLimit) : content,
      comment_id: replyTo?.comment_id ?? '',
      uid: replyTo?.uid ?? '',
      nick_name: replyTo?.nick_name ?? '',
    }),
  });
  const { code, msg } = (await response.json()) as { code: number; msg: string };
  return code === 0 ? null : msg;
}
