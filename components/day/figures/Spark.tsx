import styles from './figures.module.css';

const size = { width: 90, height: 22 };

/** A curve as small as a word; what it shows stands beside it in figures. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(low + 1e-9, ...known);
  const wide = size.width / Math.max(1, values.length - 1);
  let path = '';
  let isDrawn = false;
  values.forEach((value, i) => {
    if (value !== null) {
      const y = size.height - 1 - ((value - low) / (high - low)) * (size.height - 2);
      path += `${isDrawn ? 'L' : 'M'}${(i * wide).toFixed(1)} ${y.toFixed(1)}`;
    }
    isDrawn = value !== null;
  });
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
