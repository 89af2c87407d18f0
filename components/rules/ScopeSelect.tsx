import { type ProductCategory, productCategories, type Scope } from '../../lib/compliance/types.ts';
import { formatDate } from '../../lib/i18n/format.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import { type PlatformId, platformIds, type Session } from '../../lib/model.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './tree.module.css';

interface Props {
  /** names it for who cannot see */
  label: string;
  scope: Scope | undefined;
  sessions: readonly Session[];
  /** what stands there while nothing is chosen */
  none?: string;
  onChange(scope: Scope | undefined): void;
}

/** Where a term or phrase holds: everywhere, on a platform, for a product category, in a room that was seen. */
export function ScopeSelect({ label, scope, sessions, none, onChange }: Props) {
  const text = useText();
  const rooms = [...new Map(sessions.map(({ roomId, title }) => [roomId, title || roomId])).entries()];
  const key = scope ? keyOf(scope) : '';
  const shown = scope ? scopeName(scope, text, sessions) : (none ?? text.rules.everywhere);
  return (
    <span className={styles.choice} data-set={scope !== undefined}>
      <span>{shown}</span>
      <Icon name="down" size={9} />
      <select
        aria-label={label}
        value={key}
        onChange={(event) => onChange(scopeOf(event.currentTarget.value))}
      >
        {key === mixed && <option value={mixed}>{shown}</option>}
        <option value="">{none ?? text.rules.everywhere}</option>
        {platformIds.map((id) => (
          <option key={id} value={keyOf({ platform: id })}>
            {text.platforms[id]}
          </option>
        ))}
        {productCategories.map((id) => (
          <option key={id} value={keyOf({ product: id })}>
            {text.rules.trades[id]}
          </option>
        ))}
        {rooms.map(([id, title]) => (
          <option key={id} value={keyOf({ room: id })}>
            {text.rules.room(title)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** A scope in words; nothing for one that holds everywhere. */
export function scopeName(scope: Scope | undefined, text: Text, sessions: readonly Session[]): string {
  if (!scope) return '';
  const { platform, product, room, session, until } = scope;
  const title = room && (sessions.find(({ roomId }) => roomId === room)?.title || room);
  return [
    platform && text.platforms[platform],
    product && text.rules.trades[product],
    title && text.rules.room(title),
    session && text.lists.session,
    until && text.lists.until(formatDate(until)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A scope that names more than one thing can be ended here, not made. */
const mixed = 'mixed';

function keyOf(scope: Scope): string {
  const [[kind, id] = ['', ''], ...more] = Object.entries(scope);
  const isPlain = more.length === 0 && (kind === 'platform' || kind === 'product' || kind === 'room');
  return isPlain ? `${kind}:${id}` : mixed;
}

function scopeOf(key: string): Scope | undefined {
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  if (kind === 'platform') return { platform: id as PlatformId };
  if (kind === 'product') return { product: id as ProductCategory };
  return kind === 'room' ? { room: id } : undefined;
}
