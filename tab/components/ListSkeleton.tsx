import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { Slow } from './Slow.tsx';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

const rows = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Where meetings, or the parts of one, will be in a moment. */
export function ListSkeleton({ label }: { label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <Slow />
      <Skeleton className={styles.rows} aria-label={label}>
        {rows.map((row) => (
          <SkeletonItem key={row} size={24} />
        ))}
      </Skeleton>
    </div>
  );
}
