import { makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useRoom } from '../screen.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '1100px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  narrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  header: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type FrameProps = {
  readonly title: string;
  /** A line under the title. */
  readonly under: ReactNode;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A page of the tab: its one heading, what stands beside it, and the page itself. */
export function PageFrame({ title, under, tools, children }: FrameProps) {
  const styles = useStyles();
  const room = useRoom();
  return (
    <main className={mergeClasses(styles.page, room === 'narrow' && styles.narrow)}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <Title3 as="h1" className={styles.title}>
            {title}
          </Title3>
          <Text className={styles.quiet}>{under}</Text>
        </div>
        {tools}
      </header>
      {children}
    </main>
  );
}
