import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Product } from '../shop.ts';
import { boot, type Cue, onCue } from './boot.ts';
import css from './console.css?inline';
import { Thing } from './Thing.tsx';

type Figures = Extract<Cue, { kind: 'figures' }>;
export type Phase = 'live' | 'idle' | 'ended' | 'loggedOut';

/** What the page knows of its broadcast, as the server cues it. */
export interface Broadcast {
  phase: Phase;
  roomId: string;
  figures: Figures;
  resume(): void;
  /** the server no longer knows who this is */
  lose(): void;
}

/** Follows the cues: figures, another room, the idle dialog, the end. */
export function useBroadcast(): Broadcast {
  const [phase, setPhase] = useState<Phase>('live');
  const [roomId, setRoomId] = useState(boot.roomId);
  const [figures, setFigures] = useState<Figures>({
    kind: 'figures',
    online: 0,
    viewers: 0,
    likes: 0,
    orders: 0,
    sales: 0,
  });
  useEffect(
    () =>
      onCue((cue) => {
        if (cue.kind === 'figures') setFigures(cue);
        if (cue.kind === 'idle') setPhase('idle');
        if (cue.kind === 'end') setPhase('ended');
        if (cue.kind === 'room') {
          setRoomId(cue.id);
          setPhase('live');
        }
      }),
    [],
  );
  const resume = useCallback(() => setPhase('live'), []);
  const lose = useCallback(() => setPhase('loggedOut'), []);
  return { phase, roomId, figures, resume, lose };
}

interface ConsoleProps {
  brand: string;
  mark: string;
  nav: readonly string[];
  account: ReactNode;
  liveTag: ReactNode;
  title: string;
  figures: Figures;
  explaining: Product | undefined;
  goods: ReactNode;
  comments: ReactNode;
  overlay: ReactNode;
  extraCss: string;
}

/** The frame all three consoles share: goods on the left, the picture in the middle, comments on the right. */
export function Console(props: ConsoleProps) {
  const { brand, mark, nav, account, liveTag, title, figures, explaining, goods, comments, overlay } = props;
  return (
    <div className={`frame frame-${boot.platform}`}>
      <style>{css + props.extraCss}</style>
      <header className="top">
        <span className="mark">{mark}</span>
        <span className="brand">{brand}</span>
        <nav>
          {nav.map((name, i) => (
            <span key={name} className={i === 1 ? 'nav here' : 'nav'}>
              {name}
            </span>
          ))}
        </nav>
        <div className="who">{account}</div>
      </header>
      <main className="columns">
        <section className="column goods">{goods}</section>
        <section className="column scene">
          <div className="scene-head">
            {liveTag}
            <strong>{title}</strong>
            <Clock />
          </div>
          <Picture product={explaining} />
          <div className="figures">
            <Figure name="在线人数" value={figures.online} />
            <Figure name="累计点赞" value={figures.likes} />
            <Figure name="成交订单" value={figures.orders} />
            <Figure name="成交金额" value={figures.sales} money />
          </div>
        </section>
        <section className="column talk">{comments}</section>
      </main>
      {overlay}
    </div>
  );
}

function Figure({ name, value, money = false }: { name: string; value: number; money?: boolean }) {
  return (
    <div className="figure">
      <span>{name}</span>
      <b>
        {money ? '¥' : ''}
        {value.toLocaleString('zh-CN')}
      </b>
    </div>
  );
}

function Picture({ product }: { product: Product | undefined }) {
  return (
    <div className="picture" style={{ '--hue': product?.hue ?? 220 } as React.CSSProperties}>
      <div className="picture-thing">{product && <Thing product={product} size="min(38vh, 260px)" />}</div>
      <div className="picture-caption">{product ? `正在讲解 · ${product.name}` : '直播画面'}</div>
    </div>
  );
}

function Clock() {
  const [start] = useState(Date.now);
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((now - start) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <span className="clock">
      已播 {two(Math.floor(seconds / 3600))}:{two(Math.floor(seconds / 60) % 60)}:{two(seconds % 60)}
    </span>
  );
}
