import type { Product } from '../shop.ts';

/** Draws a product in a few strokes: a machine without emoji fonts shows it, too. */
export function Thing({ product, size }: { product: Product; size: number | string }) {
  const hue = product.hue;
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} role="img" aria-label={product.name}>
      <g
        fill={`hsl(${hue} 55% 78%)`}
        stroke={`hsl(${hue} 40% 38%)`}
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        {drawings[product.picture]}
      </g>
    </svg>
  );
}

const drawings: Record<Product['picture'], React.ReactNode> = {
  coat: (
    <>
      <path d="M24 8h16l12 10-4 18-5-2 3 24H18l3-24-5 2-4-18z" />
      <path d="M32 14v44M24 8l8 12 8-12M20 40h24" fill="none" />
      <path d="M27 27h.1M37 27h.1M27 34h.1M37 34h.1" />
    </>
  ),
  sweater: (
    <>
      <path d="M22 12l4-5h12l4 5 12 8-4 18-6-2v20H20V36l-6 2-4-18z" />
      <path d="M26 7c0 5 12 5 12 0M20 50h24M24 28l4 4 4-4 4 4 4-4" fill="none" />
    </>
  ),
  quilt: (
    <>
      <path d="M8 22q24-10 48 0v28q-24 8-48 0z" />
      <path d="M24 18v36M40 18v36M8 36q24 6 48 0" fill="none" />
    </>
  ),
  cup: (
    <>
      <path d="M22 20h20v34q0 4-4 4H26q-4 0-4-4z" />
      <path d="M20 14h24v6H20zM27 8h10v6H27z" />
      <path d="M28 30v18" fill="none" />
    </>
  ),
  cream: (
    <>
      <path d="M12 30h40v20q0 6-6 6H18q-6 0-6-6z" />
      <path d="M14 18h36v12H14z" />
      <path d="M24 42h16" fill="none" />
    </>
  ),
  jerky: (
    <>
      <path d="M14 12h36l2 6-2 40H14l-2-40z" />
      <path d="M14 18h36" fill="none" />
      <path d="M22 34q10-10 20 0t-4 14q-8 6-14-2-6-4-2-12z" />
    </>
  ),
  bottle: (
    <>
      <path d="M18 22h28v32q0 4-4 4H22q-4 0-4-4z" />
      <path d="M20 8h24v10H20zM22 18h20v4H22z" />
      <path d="M24 34h16v12H24z" fill="#fff" />
      <path d="M28 40h8M32 36v8" fill="none" />
    </>
  ),
  lamp: (
    <>
      <path d="M16 56h28v4H16z" />
      <path d="M30 56V30L46 20" fill="none" />
      <path d="M34 8l22 12-4 8q-14 2-22-12z" />
    </>
  ),
};
