import { Button } from '@mantine/core';
import { addressOf, type Page } from '../console/use-route.ts';

/** A link to a page of the console, in a tab of its own when one is elsewhere; none where it leads nowhere else. */
export function ToPage({ page, label }: { page: Page; label: string }) {
  const isThere = location.pathname.endsWith('/console.html');
  if (isThere && location.hash.startsWith(addressOf(page))) return null;
  return (
    <Button
      component="a"
      size="compact-xs"
      variant="default"
      href={isThere ? addressOf(page) : `/console.html${addressOf(page)}`}
      {...(!isThere && { target: '_blank', rel: 'noopener' })}
    >
      {label}
    </Button>
  );
}
