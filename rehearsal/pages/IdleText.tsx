/** What a console says once nobody touched it for long, in the platform's own kit of parts. */
export function IdleText({ kit, resume }: { kit: 'ant' | 'next'; resume(): void }) {
  return (
    <>
      <h2>长时间未操作</h2>
      <p>页面已暂停更新，点击恢复继续使用。</p>
      <div className={`${kit === 'ant' ? 'ant-modal' : 'next-dialog'}-footer dialog-buttons`}>
        <button type="button" className={`${kit}-btn ${kit}-btn-primary primary`} onClick={resume}>
          恢复
        </button>
      </div>
    </>
  );
}
