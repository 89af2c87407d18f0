import { NativeSelect } from '@mantine/core';
import { type ProductCategory, productCategories, type Scope } from '../../lib/compliance/types.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import { type PlatformId, platformIds, type Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { useCalmSessions } from '../use-log.ts';

interface Props {
  scope: Scope | undefined;
  onChange(scope: Scope | undefined): void;
}

/** Where a term or phrase holds: everywhere, on a platform, for a product category, in a room that was seen. */
export function ScopeSelect({ scope, onChange }: Props) {
  const text = useText();
  const { value: sessions = [] } = useCalmSessions();
  const rooms = [...new Map(sessions.map(({ roomId, title }) => [roomId, title || roomId])).entries()];
  return (
    <NativeSelect
      size="xs"
      aria-label={text.rules.scope}
      value={scope ? keyOf(scope) : ''}
      onChange={(event) => onChange(scopeOf(event.currentTarget.value))}
      data={[
        { value: '', label: text.rules.everywhere },
        ...platformIds.map((id) => ({ value: keyOf({ platform: id }), label: text.platforms[id] })),
        ...productCategories.map((id) => ({ value: keyOf({ product: id }), label: text.rules.trades[id] })),
        ...rooms.map(([id, title]) => ({ value: keyOf({ room: id }), label: text.rules.room(title) })),
      ]}
    />
  );
}

/** A scope in words; nothing for one that holds everywhere. */
export function scopeName(scope: Scope | undefined, text: Text, sessions: readonly Session[]): string {
  if (!scope) return '';
  const { platform, product, room } = scope;
  const title = room && (sessions.find(({ roomId }) => roomId === room)?.title || room);
  return [
    platform && text.platforms[platform],
    product && text.rules.trades[product],
    title && text.rules.room(title),
  ]
    .filter(Boolean)
    .join(' · ');
}

const keyOf = ({ platform, product, room }: Scope): string =>
  platform ? `platform:${platform}` : product ? `product:${product}` : `room:${room}`;

function scopeOf(key: string): Scope | undefined {
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  if (kind === 'platform') return { platform: id as PlatformId };
  if (kind === 'product') return { product: id as ProductCategory };
  return kind === 'room' ? { room: id } : undefined;
}
