import { ActionIcon, Menu } from '@mantine/core';
import { Icon } from '../frame/icons.tsx';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';

interface Props {
  onConsole(): void;
  onKeys(): void;
  onPrompter(): void;
  /** absent when nothing runs */
  onEnd?: (() => void) | undefined;
}

/** What is needed a few times a day. */
export function PanelMenu({ onConsole, onKeys, onPrompter, onEnd }: Props) {
  const text = useText();
  const [{ language, theme }, change] = usePreferences();
  const mark = (isOn: boolean) => (isOn ? <Icon name="check" /> : <span style={{ width: 14 }} />);
  const themes = { auto: text.settings.auto, light: text.settings.light, dark: text.settings.dark };
  const languages = {
    auto: text.settings.languageAuto,
    'zh-CN': text.settings.zhCN,
    en: text.settings.en,
  };
  return (
    <Menu position="bottom-end" width={200} transitionProps={{ duration: 0 }} shadow="xs">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.head.menu} title={text.head.menu}>
          <Icon name="menu" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="open" />} onClick={onConsole}>
          {text.head.openConsole}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="talk" />} title={text.prompter.openHint} onClick={onPrompter}>
          {text.prompter.open}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keys" />} rightSection="?" onClick={onKeys}>
          {text.head.keys}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text.settings.language}</Menu.Label>
        {Object.entries(languages).map(([value, word]) => (
          <Menu.Item
            key={value}
            leftSection={mark(language === value)}
            onClick={() => change({ language: value as typeof language })}
          >
            {word}
          </Menu.Item>
        ))}
        <Menu.Label>{text.settings.theme}</Menu.Label>
        {Object.entries(themes).map(([value, word]) => (
          <Menu.Item
            key={value}
            leftSection={mark(theme === value)}
            onClick={() => change({ theme: value as typeof theme })}
          >
            {word}
          </Menu.Item>
        ))}
        {onEnd && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<Icon name="remove" />} onClick={onEnd}>
              {text.head.end}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
