import { Kbd, Modal } from '@mantine/core';
import { useText } from '../frame/use-text.ts';
import styles from './panel.module.css';

/** The keys, all on one sheet. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={text.keys.title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <dl className={styles.keys}>
        {text.keys.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{text.keys.note}</p>
    </Modal>
  );
}
