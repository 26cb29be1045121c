import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, padding: tokens.spacingHorizontalL },
});

const rows = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Where meetings, or the parts of one, will be in a moment. */
export function ListSkeleton({ label }: { label: string }) {
  const styles = useStyles();
  return (
    <Skeleton className={styles.rows} aria-label={label}>
      {rows.map((row) => (
        <SkeletonItem key={row} size={24} />
      ))}
    </Skeleton>
  );
}
