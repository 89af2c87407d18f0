import styles from '../console/page.module.css';
import { useText } from '../frame/use-text.ts';
import { AmountsSection } from './AmountsSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { LedgerSection } from './LedgerSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { PurgeSection } from './PurgeSection.tsx';
import { RetentionSection } from './RetentionSection.tsx';
import own from './storage.module.css';

/** What is stored, for how long, and everything a person may do about it. */
export function StoragePage() {
  const text = useText();
  return (
    <>
      <header className={styles.head}>
        <h1>{text.console.storage}</h1>
      </header>
      <div className={own.body}>
        <p className={own.hint}>{text.keep.hint}</p>
        <AmountsSection />
        <RetentionSection />
        <PersonSection />
        <BackupSection />
        <LedgerSection />
        <PurgeSection />
      </div>
    </>
  );
}
