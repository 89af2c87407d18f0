import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot, cls } from './boot.ts';
import { Console, useBroadcast } from './Console.tsx';
import { DouyinComments } from './DouyinComments.tsx';
import { DouyinDialog } from './DouyinDialog.tsx';
import css from './douyin.css?inline';
import { forge } from './forge.ts';
import { GoodsText } from './Goods.tsx';
import { poll } from './poll.ts';
import { Thing } from './Thing.tsx';
import { useProducts } from './use-products.ts';

/** Read, for an answer nobody reads is not heard. */
const ask = async (url: string) => (await fetch(url, { credentials: 'include' })).json().catch(() => null);

const isShop = location.hostname.startsWith('fxg');

function DouyinConsole() {
  const broadcast = useBroadcast();
  const [explaining, setExplaining] = useState<string | null>(boot.products[0]?.id ?? null);
  const { phase, roomId } = broadcast;
  const isLive = phase === 'live' || phase === 'idle';
  useEffect(forge, []);
  useEffect(() => {
    // each room is looked up once, as the console does on entering
    void fetch(`/api/anchor/livepc/playinfo?room=${roomId}`, { credentials: 'include' });
    void ask(`/api/anchor/livepc/promotions_v2?list_type=1&source_type=force&promotion_ids=`);
    return poll(async () => {
      await ask('/api/anchor/livepc/realtime');
      return 3 * boot.pollMs;
    }, 3 * boot.pollMs);
  }, [roomId]);

  return (
    <Console
      brand={isShop ? '抖店' : '巨量百应'}
      mark={isShop ? '店' : '百'}
      nav={['首页', '直播中控台', '商品', '数据', '营销', '服务市场']}
      account={
        isShop ? (
          <span className="index_userName__3fKxQ">{boot.account}</span>
        ) : (
          <span className="btn-item-role-exchange-name__title">{boot.account}</span>
        )
      }
      liveTag={isLive ? <span className={`${cls('liveTag')} tag-live`}>直播中</span> : null}
      title="秋冬上新 全场包邮"
      figures={broadcast.figures}
      explaining={boot.products.find(({ id }) => id === explaining)}
      goods={<Goods explaining={explaining} explain={setExplaining} />}
      comments={
        isLive ? (
          <DouyinComments key={roomId} isPolling={phase === 'live'} onLoggedOut={broadcast.lose} />
        ) : (
          <div className={`${cls('noLiveData')} empty`}>
            {phase === 'loggedOut' ? '登录已失效，请重新登录' : '暂无直播'}
          </div>
        )
      }
      overlay={<DouyinDialog phase={phase} resume={broadcast.resume} />}
      extraCss={css}
    />
  );
}

function Goods({ explaining, explain }: { explaining: string | null; explain: (id: string | null) => void }) {
  const products = useProducts();
  return (
    <div className={`${cls('goodsPanel')} panel`}>
      <div className="panel-head">
        直播商品 <small>{products.length} 件</small>
      </div>
      <div id="live-control-goods-list-container" className="scroll">
        {products.map((product, i) => {
          const isOn = product.id === explaining;
          return (
            <div
              key={product.id}
              data-rbd-draggable-id={product.id}
              className={`${cls('goodsItem')} rpa_lc__live-goods__goods-item product ${isOn ? 'on' : ''}`}
            >
              <div className={cls('indexWrapper')}>
                <input className="product-index" readOnly value={i + 1} />
              </div>
              <div className="product-picture">
                <Thing product={product} size={40} />
              </div>
              <GoodsText product={product}>
                <div className={cls('goodsAction')}>
                  <button type="button" onClick={() => explain(isOn ? null : product.id)}>
                    {isOn ? '取消讲解' : '讲解'}
                  </button>
                </div>
              </GoodsText>
            </div>
          );
        })}
      </div>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<DouyinConsole />);
