import type { ReactNode } from 'react';
import { boot } from './boot.ts';
import css from './room.css?inline';

interface RoomProps {
  isLive: boolean;
  online: number;
  comments: ReactNode;
}

/** What viewers' pages have in common here: a picture, and the talk beside it. */
export function Room({ isLive, online, comments }: RoomProps) {
  return (
    <div className="room">
      <style>{css}</style>
      <main>
        <h1 className="user-info-name">{boot.account}</h1>
        <p>{isLive ? `${online} 人在看` : '直播已结束'}</p>
      </main>
      {comments}
    </div>
  );
}
