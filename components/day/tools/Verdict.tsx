import { isBlocking } from '../../../lib/compliance/types.ts';
import type { ToolVerdict } from '../../../lib/tools/may-use.ts';
import { Icon } from '../../frame/icons.tsx';
import { useText } from '../../frame/use-text.ts';
import styles from './tools.module.css';

/** Whether a tool may be used, and every reason why not; null while it is not filled in. */
export function Verdict({ verdict }: { verdict: ToolVerdict | null }) {
  const { tools: text } = useText();
  if (!verdict) return <p className={styles.hint}>{text.unready}</p>;
  const words = verdict.findings.filter(isBlocking).map((finding) => finding.text);
  return (
    <ul className={styles.reasons} role="status">
      <li data-free={verdict.isFree}>
        <Icon name={verdict.isFree ? 'passed' : 'banned'} size={12} />{' '}
        <b>{verdict.isFree ? text.free : text.stopped}</b>
      </li>
      {verdict.reasons.map(({ why, isStop }) => (
        <li key={why} data-stop={isStop}>
          <Icon name={isStop ? 'banned' : 'proof'} size={12} /> {text.reasons[why]}
        </li>
      ))}
      {words.length > 0 && (
        <li data-stop="true">
          <Icon name="banned" size={12} /> {text.wording([...new Set(words)].join(' · '))}
        </li>
      )}
    </ul>
  );
}
