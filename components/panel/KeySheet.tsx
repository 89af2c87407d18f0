import { Kbd, Modal } from '@mantine/core';
import { fixedKeys, keyActs, keyName } from '../../lib/keys.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import styles from './panel.module.css';

const fixedNames: Partial<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** The keys, all on one sheet. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  const [{ keys }] = usePreferences();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={text.keys.title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <dl className={styles.keys}>
        {keyActs.map((act) => (
          <div key={act}>
            <dt>
              <Kbd>{keyName(keys[act]) || text.shop.keys.unset}</Kbd>
              {fixedKeys[act] && (
                <>
                  {' '}
                  <Kbd>{fixedNames[fixedKeys[act]] ?? fixedKeys[act]}</Kbd>
                </>
              )}
            </dt>
            <dd>{text.shop.keys.acts[act]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Kbd>Esc</Kbd> <Kbd>End</Kbd>
          </dt>
          <dd>{text.keys.latest}</dd>
        </div>
      </dl>
      <p className={styles.note}>{text.keys.note}</p>
    </Modal>
  );
}
