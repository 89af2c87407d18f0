import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot } from './boot.ts';
import { Console, useBroadcast } from './Console.tsx';
import { forge } from './forge.ts';
import { GoodsText } from './Goods.tsx';
import { IdleText } from './IdleText.tsx';
import { TaobaoComments } from './TaobaoComments.tsx';
import { Thing } from './Thing.tsx';
import css from './taobao.css?inline';
import { useProducts } from './use-products.ts';

function TaobaoConsole() {
  const broadcast = useBroadcast();
  const { phase, roomId } = broadcast;
  const [explaining, setExplaining] = useState<string | null>(boot.products[0]?.id ?? null);
  const isLive = phase === 'live' || phase === 'idle';
  useEffect(forge, []);
  useEffect(() => {
    // a new broadcast is a new address, without a load
    if (new URLSearchParams(location.search).get('liveId') !== roomId)
      history.pushState(null, '', `?liveId=${roomId}`);
  }, [roomId]);

  return (
    <Console
      brand="淘宝直播"
      mark="淘"
      nav={['首页', '直播管理', '商品管理', '互动玩法', '数据中心', '创作者成长']}
      account={<span className="header-account">{boot.account}</span>}
      liveTag={<span className={isLive ? 'tag-live' : 'tag-live off'}>{isLive ? '直播中' : '已结束'}</span>}
      title="秋冬上新 全场包邮"
      figures={broadcast.figures}
      explaining={boot.products.find(({ id }) => id === explaining)}
      goods={
        <>
          <LiveList roomId={roomId} isLive={isLive} />
          <Goods explaining={explaining} explain={setExplaining} />
        </>
      }
      comments={
        phase === 'loggedOut' ? (
          <div className="empty">登录已失效，请重新登录</div>
        ) : (
          <TaobaoComments
            key={roomId}
            topic={roomId}
            isPolling={phase === 'live'}
            isOver={!isLive}
            onLoggedOut={broadcast.lose}
          />
        )
      }
      overlay={phase === 'idle' ? <Idle resume={broadcast.resume} /> : null}
      extraCss={css}
    />
  );
}

function LiveList({ roomId, isLive }: { roomId: string; isLive: boolean }) {
  return (
    <div id="scrollableDiv" className="lives">
      <div className={`tblalm-lm-list-item-live ${isLive ? 'online' : ''}`}>
        <div className="tblalm-lm-list-item-live-title">秋冬上新 全场包邮</div>
        <div className="tblalm-lm-list-item-live-subTitle-id">
          场次ID <span className="tui-number-figure">{roomId}</span>
        </div>
      </div>
    </div>
  );
}

function Goods({ explaining, explain }: { explaining: string | null; explain: (id: string | null) => void }) {
  const products = useProducts();
  return (
    <>
      <div className="panel-head">
        宝贝列表 <small>{products.length} 件</small>
      </div>
      <div id="livePushed-tcl-unique-scroll-list" className="scroll">
        <div id="tcl-unique-virtual-list">
          {products.map((product, i) => {
            const isOn = product.id === explaining;
            return (
              <div key={product.id} className={`list-item product ${isOn ? 'on' : ''}`}>
                <div className="product-picture list-item-img">
                  <div className="list-item-img-index">{i + 1}</div>
                  <Thing product={product} size={40} />
                </div>
                <GoodsText product={product}>
                  <div className="product-buttons">
                    <button
                      type="button"
                      data-tblalog-id="jiangJie"
                      onClick={() => explain(isOn ? null : product.id)}
                    >
                      {isOn ? '结束讲解' : '标记讲解'}
                    </button>
                  </div>
                </GoodsText>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function Idle({ resume }: { resume(): void }) {
  return (
    <div className="next-overlay-wrapper veil">
      <div className="next-dialog dialog" role="dialog">
        <IdleText kit="next" resume={resume} />
      </div>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<TaobaoConsole />);
