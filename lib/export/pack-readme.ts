/** What stands in a pack for whoever opens it without us. */
export const readme = `直播间副驾 · 合规留痕包

events.jsonl     这一场的全部记录，一行一个事件，可以再导入副驾
findings.jsonl   我方的话：输入框草稿、填入的回复、直播间发出的评论，以及当时或导出时的判定和放行理由
rules/           判定用的规则：<版本>.json 是本店设置，built-in-<版本>.json 是随软件带的词库
chain.jsonl      每 256 行一块的哈希链（SHA-256），以及每一行的 CRC-32
manifest.json    清单：版本、数量、首尾哈希、其余文件的 SHA-256
manifest.sha256  清单自己的 SHA-256，即校验值

验证（离线）：npm run verify -- 文件
通过：里面每一个字都与清单一致。
这能证明：清单生成之后内容没有被改动——前提是校验值另存在别处，且与此处相同。
这不能证明：导出之前记录没有被改动，也不能单独证明生成的时间。要证明时间，请在导出时把校验值交给第三方存证。

Live-Room Co-pilot · evidence pack

events.jsonl     the whole log, one event a line; can be imported again
findings.jsonl   our own words (drafts, fills, what was said in the room), how they were judged and why overruled
rules/           the rules that judged: <version>.json the shop's settings, built-in-<hash>.json those of the software
chain.jsonl      a hash chain (SHA-256) over blocks of 256 lines, and a CRC-32 of each line
manifest.json    versions, counts, first and last hash, SHA-256 of all other files
manifest.sha256  SHA-256 of the manifest: the seal

Verify offline: npm run verify -- FILE
It shows that nothing has changed since the manifest was made, if the seal was deposited elsewhere and is the same.
It does not show that nothing was changed before the export, nor, by itself, when the pack was made.
`;
