interface Params {
  api: string;
  v: string;
  data: unknown;
}

interface MtopAnswer {
  ret: string[];
  data: Record<string, unknown>;
}

type Callback = (answer: MtopAnswer) => void;

declare global {
  interface Window {
    lib: { mtop: { request(params: Params, done?: Callback, failed?: Callback): Promise<MtopAnswer> } };
  }
}

let count = 0;

/** Taobao's own transport: a script tag and a callback of a new name for each request. */
function request(params: Params, done?: Callback, failed?: Callback): Promise<MtopAnswer> {
  return new Promise((resolve, reject) => {
    count += 1;
    const name = `mtopjsonp${count}`;
    const script = document.createElement('script');
    let answered = false;
    const close = () => {
      script.remove();
      delete (window as unknown as Record<string, unknown>)[name];
      if (!answered) {
        failed?.({ ret: ['ABORT::接口异常退出'], data: {} });
        reject(new Error('no answer'));
      }
    };
    (window as unknown as Record<string, unknown>)[name] = (answer: MtopAnswer) => {
      answered = true;
      if (answer?.ret?.[0]?.startsWith('SUCCESS')) done?.(answer);
      else failed?.(answer);
      resolve(answer);
    };
    // a cut-off answer loads without calling back
    script.onload = close;
    script.onerror = close;
    script.src = address(params, name);
    document.head.append(script);
  });
}

function address({ api, v, data }: Params, callback: string): string {
  const now = Date.now();
  const query = new URLSearchParams({
    jsv: '2.7.2',
    appKey: '12574478',
    t: String(now),
    sign: (now * 2654435761).toString(16).slice(0, 13).repeat(3).slice(0, 32),
    api,
    v,
    preventFallback: 'true',
    type: 'jsonp',
    dataType: 'jsonp',
    callback,
    data: JSON.stringify(data),
  });
  return `https://h5api.m.taobao.com/h5/${api}/${v}/?${query}`;
}

window.lib = { mtop: { request } };
