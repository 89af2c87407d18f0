import { formatCount } from '../../lib/i18n/format.ts';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Evidence, Portrait } from '../../lib/viewers/portrait.ts';
import { useText } from '../frame/use-text.ts';
import styles from './viewers.module.css';

/** Tier and type, each with what it rests on, and how to speak to such a person. */
export function PortraitLines({ portrait: { tier, type } }: { portrait: Portrait }) {
  const { viewers: text } = useText();
  return (
    <dl className={styles.portrait}>
      <dt>{text.tier}</dt>
      <dd>
        {tier ? <b>{text.tiers[tier.is]}</b> : text.unknown}
        <Grounds evidence={tier?.evidence} />
      </dd>
      <dt>{text.type}</dt>
      <dd>
        {type ? <b>{text.types[type.is]}</b> : text.unknown}
        <Grounds evidence={type?.evidence} />
      </dd>
      {(tier || type) && (
        <>
          <dt>{text.advice}</dt>
          <dd>
            {type && <p>{text.typeAdvice[type.is]}</p>}
            {tier && <p>{text.tierAdvice[tier.is]}</p>}
          </dd>
        </>
      )}
    </dl>
  );
}

function Grounds({ evidence = [] }: { evidence: readonly Evidence[] | undefined }) {
  const { viewers: text } = useText();
  return (
    <ul className={styles.grounds}>
      {evidence.map(({ what, count, samples }) => (
        <li key={what}>
          {text.evidence[what](formatCount(count))}
          {samples.length > 0 && (
            <bdi className={styles.hint}> {samples.map((one) => maskLeaks(one.text)).join(' / ')}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
