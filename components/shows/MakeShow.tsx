import { Button, Checkbox, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { mostOfShow, type Segment } from '../../lib/model.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { segmentsFrom } from '../../lib/show/template.ts';
import { useText } from '../frame/use-text.ts';
import styles from '../shop/shop.module.css';

interface Props {
  isOpen: boolean;
  products: readonly ShopProduct[];
  onMake(segments: Segment[]): void;
  onClose(): void;
}

const mostLoops = Math.floor((mostOfShow.segments - 3) / 3);

/** Makes a run of show from the templates: the opening, and loops with a product each. */
export function MakeShow({ isOpen, products, onMake, onClose }: Props) {
  const { show: text, common } = useText();
  const [opening, setOpening] = useState(true);
  const [loops, setLoops] = useState(3);
  const [withProducts, setWithProducts] = useState(true);
  const inOrder = products
    .filter(({ link }) => link !== undefined)
    .toSorted((a, b) => Number(a.link) - Number(b.link))
    .map(({ link }) => link as string);
  const make = () => {
    const segments = segmentsFrom({ opening, loops, products: withProducts ? inOrder : [] }, text.template);
    onMake(segments.length > 0 ? segments : [{ name: text.newSegment, part: 'other', length: 300 }]);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={text.makeFrom}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <Checkbox
          size="xs"
          label={text.opening}
          checked={opening}
          onChange={(event) => setOpening(event.currentTarget.checked)}
        />
        <NumberInput
          size="xs"
          my="sm"
          label={text.loops}
          min={0}
          max={mostLoops}
          clampBehavior="strict"
          allowDecimal={false}
          value={loops}
          onChange={(value) => setLoops(Number(value) || 0)}
        />
        {inOrder.length > 0 && (
          <Checkbox
            size="xs"
            label={text.useProducts}
            checked={withProducts}
            onChange={(event) => setWithProducts(event.currentTarget.checked)}
          />
        )}
        <div className={styles.buttons} data-end>
          <Button size="xs" variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button size="xs" type="submit">
            {text.create}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
