import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  number: { flexShrink: 0, fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', height: '12px', marginTop: tokens.spacingVerticalXXS },
  part: {
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    minWidth: '2px',
  },
  full: { backgroundColor: tokens.colorBrandStroke1 },
  striped: {
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorBrandStroke1} 0 2px, transparent 2px 6px)`,
  },
  hollow: { backgroundColor: 'transparent' },
});

/** A part of a bar by what it looks like, so that no colour has to be told apart. */
export type Part = { readonly looks: 'full' | 'striped' | 'hollow'; readonly length: number };
export type Bar = {
  readonly name: string;
  /** What stands at its end. */
  readonly number: string;
  readonly parts: readonly Part[];
  readonly beneath?: ReactNode;
};

/** A list whose lines have lengths: each with its name and its number beside it, so that it reads without the bar as well. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  const styles = useStyles();
  const lengthOf = ({ parts }: Bar) => parts.reduce((so, { length }) => so + length, 0);
  const longest = Math.max(1, ...bars.map(lengthOf));
  return (
    <ul className={styles.list}>
      {bars.map(({ name, number, parts, beneath }) => (
        <li key={name}>
          <div className={styles.line}>
            <span className={styles.name}>{name}</span>
            <span className={styles.number}>{number}</span>
          </div>
          <div className={styles.bar} aria-hidden>
            {parts
              .filter(({ length }) => length > 0)
              .map(({ looks, length }) => (
                <div
                  key={looks}
                  className={mergeClasses(styles.part, styles[looks])}
                  style={{ width: `${(100 * length) / longest}%` }}
                />
              ))}
          </div>
          {beneath !== undefined && <div className={styles.quiet}>{beneath}</div>}
        </li>
      ))}
    </ul>
  );
}
