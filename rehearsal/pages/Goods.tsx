import type { ReactNode } from 'react';
import type { Product } from '../shop.ts';

/** What a console's list says of a product: name, price, stock, and below them the platform's own `children`. */
export function GoodsText({ product, number, children }: Props) {
  return (
    <div className="product-text">
      <div className="product-name" title={product.name}>
        {number === undefined ? product.name : `${number}. ${product.name}`}
      </div>
      <span className="product-price">¥{product.price}</span>
      <span className="product-stock">
        库存 {product.stock} · 已售 {product.sold}
      </span>
      {children}
    </div>
  );
}

interface Props {
  product: Product;
  /** its place in the list, where the platform writes it before the name */
  number?: number;
  children: ReactNode;
}
