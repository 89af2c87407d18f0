import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../frame/use-text.ts';
import { KeyHint } from './KeyHint.tsx';
import styles from './replies.module.css';

interface Props {
  /** the chosen reply's number */
  place: number;
  isFilling: boolean;
  onFill(): void;
  onEdit(): void;
  /** what else can be done with it */
  children?: ReactNode;
}

/** What can be done with the chosen reply. */
export function FillButtons({ place, isFilling, onFill, onEdit, children }: Props) {
  const { replies: text } = useText();
  return (
    <div className={styles.act}>
      <Button size="compact-sm" loading={isFilling} title={text.fillHint} onClick={onFill}>
        {text.fill} {place} <KeyHint act="fill" />
      </Button>
      <Button size="compact-sm" variant="default" title={text.editHint} onClick={onEdit}>
        {text.edit}
      </Button>
      {children}
    </div>
  );
}
