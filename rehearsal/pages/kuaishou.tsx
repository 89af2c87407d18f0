import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot, cls } from './boot.ts';
import { Console, useBroadcast } from './Console.tsx';
import { forge } from './forge.ts';
import { GoodsText } from './Goods.tsx';
import { IdleText } from './IdleText.tsx';
import { KuaishouComments } from './KuaishouComments.tsx';
import css from './kuaishou.css?inline';
import { call } from './kuaishou-feed.ts';
import { Thing } from './Thing.tsx';
import { useProducts } from './use-products.ts';

function KuaishouConsole() {
  const broadcast = useBroadcast();
  const { phase, roomId } = broadcast;
  const [explaining, setExplaining] = useState<string | null>(boot.products[0]?.id ?? null);
  const isLive = phase === 'live' || phase === 'idle';
  useEffect(forge, []);
  useEffect(() => {
    // each room is looked up on entering it and when its live is over
    void call('/live/current', { room: roomId, live: isLive });
  }, [roomId, isLive]);
  useEffect(() => {
    void call('/dynamic/onsale', { version: 2 });
  }, []);

  return (
    <Console
      brand="快手小店 · 跟播助手"
      mark="快"
      nav={['首页', '跟播助手', '商品管理', '营销工具', '直播数据', '规则中心']}
      account={
        <div className={cls('nickname')}>
          <span className={cls('name')}>{boot.account}</span>
        </div>
      }
      liveTag={<span className={isLive ? 'tag-live' : 'tag-live off'}>{isLive ? '直播中' : '未开播'}</span>}
      title="秋冬上新 全场包邮"
      figures={broadcast.figures}
      explaining={boot.products.find(({ id }) => id === explaining)}
      goods={<Goods explaining={explaining} explain={setExplaining} />}
      comments={
        isLive ? (
          <KuaishouComments
            key={roomId}
            roomId={roomId}
            isListening={phase === 'live'}
            onLoggedOut={broadcast.lose}
          />
        ) : (
          <div className="empty">{phase === 'loggedOut' ? '登录已失效，请重新登录' : '当前没有直播'}</div>
        )
      }
      overlay={phase === 'idle' ? <Idle resume={broadcast.resume} /> : null}
      extraCss={css}
    />
  );
}

// the goods list is virtuoso's, too, with rows that are called list-item like the comments'
function Goods({ explaining, explain }: { explaining: string | null; explain: (id: string | null) => void }) {
  const products = useProducts();
  return (
    <>
      <div className="panel-head">
        直播商品 <small>{products.length} 件</small>
      </div>
      <div className={`${cls('list-container')} goods-list`}>
        <div data-virtuoso-scroller="true" data-testid="virtuoso-scroller" className="scroll">
          <div data-viewport-type="element">
            <div data-testid="virtuoso-item-list">
              {products.map((product, i) => {
                const isOn = product.id === explaining;
                return (
                  <div key={product.id} data-index={i}>
                    <div
                      id={isOn ? `${product.id}recording` : product.id}
                      className={`${cls('goods-list-item')} product ${isOn ? 'on' : ''}`}
                    >
                      <div className="product-picture">
                        <Thing product={product} size={40} />
                      </div>
                      <GoodsText product={product} number={i + 1}>
                        <div className={cls('cardBtn')}>
                          <button type="button" onClick={() => explain(isOn ? null : product.id)}>
                            {isOn ? '结束讲解' : '开始讲解'}
                          </button>
                        </div>
                      </GoodsText>
                    </div>
                  </div>
                );
              })}
            </div>
          </div>
        </div>
      </div>
    </>
  );
}

function Idle({ resume }: { resume(): void }) {
  return (
    <div className="ant-modal-root">
      <div className="ant-modal-wrap veil">
        <div className="ant-modal dialog" role="dialog">
          <IdleText kit="ant" resume={resume} />
        </div>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<KuaishouConsole />);
