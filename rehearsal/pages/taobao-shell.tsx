import { createRoot } from 'react-dom/client';
import { boot } from './boot.ts';
import css from './shell.css?inline';

/** Qianniu's old shell: the console stands in a frame of another host. */
function Shell() {
  return (
    <div className="shell">
      <style>{css}</style>
      <header>千牛商家工作台 · {boot.account}</header>
      <iframe
        title="直播中控台"
        src={`https://liveplatform.taobao.com/restful/index/live/control?liveId=${boot.roomId}`}
      />
      <iframe title="优惠券" src="about:blank" hidden />
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Shell />);
