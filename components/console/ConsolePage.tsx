import { NavLink } from '@mantine/core';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { PlansPage } from '../plans/PlansPage.tsx';
import { ProductsPage } from '../products/ProductsPage.tsx';
import { ProfilesPage } from '../profile/ProfilesPage.tsx';
import { ReplayPage } from '../replay/ReplayPage.tsx';
import { ComparePage } from '../report/ComparePage.tsx';
import { ReportPage } from '../report/ReportPage.tsx';
import { ReviewPage } from '../review/ReviewPage.tsx';
import { RulesPage } from '../rules/RulesPage.tsx';
import { ScriptsPage } from '../scripts/ScriptsPage.tsx';
import { SearchPage } from '../search/SearchPage.tsx';
import { SessionsPage } from '../sessions/SessionsPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { ShowsPage } from '../shows/ShowsPage.tsx';
import { StoragePage } from '../storage/StoragePage.tsx';
import { Upkeep } from '../Upkeep.tsx';
import { VoicePage } from '../voice/VoicePage.tsx';
import styles from './console.module.css';
import { addressOf, pages, railPage, useRoute } from './use-route.ts';

const icons: Record<(typeof pages)[number], IconName> = {
  sessions: 'replay',
  search: 'search',
  rules: 'banned',
  profiles: 'layers',
  review: 'stamp',
  scripts: 'talk',
  products: 'goods',
  shows: 'clock',
  plans: 'siren',
  voice: 'mic',
  storage: 'disk',
  settings: 'settings',
};

/** The full page: what is prepared before a broadcast and looked at after it. */
export function ConsolePage() {
  const text = useText();
  const { page, id, query } = useRoute();
  return (
    <div className={styles.console}>
      <nav className={styles.rail} aria-label={text.console.rail}>
        <p className={styles.name}>{text.name}</p>
        {pages.map((name) => (
          <NavLink
            key={name}
            href={addressOf(name)}
            label={text.console[name]}
            leftSection={<Icon name={icons[name]} size={16} />}
            active={name === railPage(page)}
            aria-current={name === railPage(page) ? 'page' : undefined}
          />
        ))}
      </nav>
      <main className={styles.page}>
        <Upkeep onStorage={page === 'storage' ? null : toStorage} />
        {page === 'sessions' &&
          (id === null ? <SessionsPage /> : <ReplayPage key={id} id={id} at={seqIn(query.at)} />)}
        {page === 'report' && id !== null && <ReportPage key={id} id={id} />}
        {page === 'compare' && <ComparePage first={query.with ?? null} />}
        {page === 'search' && <SearchPage first={query.q ?? ''} />}
        {page === 'rules' && <RulesPage />}
        {page === 'profiles' && <ProfilesPage />}
        {page === 'review' && <ReviewPage />}
        {page === 'scripts' && <ScriptsPage />}
        {page === 'products' && <ProductsPage />}
        {page === 'voice' && <VoicePage />}
        {page === 'shows' && <ShowsPage />}
        {page === 'plans' && <PlansPage />}
        {page === 'storage' && <StoragePage />}
        {page === 'settings' && <SettingsPage />}
      </main>
    </div>
  );
}

function toStorage(): void {
  location.hash = addressOf('storage');
}

/** A seq as an address has it; null when it has none. */
const seqIn = (text: string | undefined): number | null =>
  text && /^\d{1,9}$/.test(text) ? Number(text) : null;
