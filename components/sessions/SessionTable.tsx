import { ActionIcon, Table } from '@mantine/core';
import { formatCount, formatDate, formatLength } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { addressOf } from '../console/use-route.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './sessions.module.css';

interface Props {
  sessions: readonly Session[];
  onDelete(session: Session): void;
}

/** One line a session; the whole line opens its replay. */
export function SessionTable({ sessions, onDelete }: Props) {
  const text = useText();
  return (
    <Table className={styles.table} highlightOnHover verticalSpacing={4} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.sessions.date}</Table.Th>
          <Table.Th>{text.sessions.platform}</Table.Th>
          <Table.Th className={styles.room}>{text.sessions.room}</Table.Th>
          <Table.Th className={styles.number}>{text.sessions.length}</Table.Th>
          <Table.Th className={styles.number}>{text.sessions.comments}</Table.Th>
          <Table.Th>
            <span className="only-heard">{text.common.delete}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => {
          const isOver = session.endedAt !== null || session.tabId === null;
          const title = session.title || text.sessions.untitled;
          return (
            <Table.Tr key={session.id} className={styles.line}>
              <Table.Td>
                <a
                  className={styles.link}
                  href={addressOf('sessions', session.id)}
                  aria-label={`${text.sessions.open} ${title} ${formatDate(session.startedAt)}`}
                >
                  {formatDate(session.startedAt)}
                </a>
              </Table.Td>
              <Table.Td>{text.platforms[session.platform]}</Table.Td>
              <Table.Td className={styles.room}>
                <bdi>{title}</bdi>
                {!isOver && <span className={styles.running}>● {text.sessions.running}</span>}
              </Table.Td>
              <Table.Td className={styles.number}>
                {formatLength((session.endedAt ?? session.lastAt) - session.startedAt)}
              </Table.Td>
              <Table.Td className={styles.number}>{formatCount(session.comments)}</Table.Td>
              <Table.Td className={styles.buttons}>
                <a
                  className={styles.report}
                  href={addressOf('report', session.id)}
                  aria-label={text.report.openFor(title)}
                >
                  {text.report.toReport}
                </a>
                {isOver && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    title={text.common.delete}
                    aria-label={`${text.common.delete} ${title}`}
                    onClick={() => onDelete(session)}
                  >
                    <Icon name="trash" />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
