import { Button } from '@mantine/core';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './panel.module.css';

/** Where the broadcasters' consoles stand. */
const consoles = {
  buyin: 'https://buyin.jinritemai.com/dashboard/live/control',
  doudian: 'https://fxg.jinritemai.com/ffa/buyin/dashboard/live/control',
  taobao: 'https://liveplatform.taobao.com/restful/index/live/control',
  kuaishou: 'https://zs.kwaixiaodian.com/page/helper',
} as const;

/** No room yet: what to do for one. */
export function Welcome({ onHistory }: { onHistory(): void }) {
  const text = useText();
  return (
    <section className={styles.welcome}>
      <h1>{text.welcome.title}</h1>
      <ol>
        {text.welcome.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ul className={styles.consoles}>
        {Object.entries(consoles).map(([name, url]) => (
          <li key={name}>
            <a href={url} target="_blank" rel="noreferrer">
              {text.welcome.consoles[name as keyof typeof consoles]}
              <Icon name="open" />
            </a>
          </li>
        ))}
      </ul>
      <Button variant="default" size="xs" onClick={onHistory}>
        {text.welcome.history}
      </Button>
    </section>
  );
}
