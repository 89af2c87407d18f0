import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { useText } from '../frame/use-text.ts';

const needed = { permissions: ['notifications' as const] };

/** Notifications while no panel is open: the browser asks the first time. */
export function NotifySwitch() {
  const words = useText().alarm.settings;
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    browser.permissions.contains(needed).then(setOn, () => {});
  }, []);
  // asked for in the click's own task: after an await Chrome refuses
  const turn = (to: boolean) =>
    (to
      ? browser.permissions.request(needed)
      : browser.permissions.remove(needed).then((gone) => !gone)
    ).then(setOn, () => {});
  return (
    <Switch
      size="xs"
      label={words.notify}
      description={words.notifyHint}
      checked={isOn}
      onChange={({ currentTarget }) => void turn(currentTarget.checked)}
    />
  );
}
