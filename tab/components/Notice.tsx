import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  picture: { fontSize: tokens.fontSizeHero900, lineHeight: 1, color: tokens.colorNeutralForeground3 },
  next: { maxWidth: '42ch', color: tokens.colorNeutralForeground2 },
  action: { marginTop: tokens.spacingVerticalS },
});

type NoticeProps = {
  readonly picture: ReactNode;
  readonly say: string;
  readonly next: string;
  readonly action?: { readonly name: string; readonly do: () => void };
  /** Something went wrong, as against nothing being there: said aloud at once by screen readers. */
  readonly isTrouble?: boolean;
};

/** A place with nothing in it, or out of order: what is so, and what to do. */
export function Notice({ picture, say, next, action, isTrouble = false }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.notice} role={isTrouble ? 'alert' : 'status'}>
      <span className={styles.picture} aria-hidden>
        {picture}
      </span>
      <Subtitle2 align="center">{say}</Subtitle2>
      <Text className={styles.next} align="center">
        {next}
      </Text>
      {action && (
        <Button className={styles.action} appearance={isTrouble ? 'primary' : 'secondary'} onClick={action.do}>
          {action.name}
        </Button>
      )}
    </div>
  );
}
