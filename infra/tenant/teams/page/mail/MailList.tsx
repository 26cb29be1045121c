import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import type { Mail } from '../tenant-api.ts';
import { dayOf, timeOf } from '../when.ts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    listStyleType: 'none',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mail: {
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    textAlign: 'left',
    padding: tokens.spacingHorizontalM,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      '> span': { color: tokens.colorNeutralForeground1Hover },
    },
    '& span': { overflow: 'hidden', textOverflow: 'ellipsis' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    // High contrast swaps the background for a bright one: the words on it must change with it.
    '> span': { color: tokens.colorNeutralForeground1Selected },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  empty: { display: 'grid', placeItems: 'start', padding: tokens.spacingHorizontalL },
});

export const kinds = { invitation: 'Invitation', update: 'Update', cancellation: 'Cancelled' } as const;

type Props = {
  /** Newest first. */
  readonly mails: readonly Mail[];
  readonly open: string | undefined;
  readonly loading: boolean;
  readonly choose: (id: string) => void;
};

/** One recipient's mail. */
export function MailList({ mails, open, loading, choose }: Props) {
  const styles = useStyles();
  if (loading || mails.length === 0) {
    return (
      <div className={mergeClasses(styles.list, styles.empty)}>
        {loading ? (
          <Spinner label="Reading the outbox" />
        ) : (
          <Text>No mail yet. Invitations appear here the moment they leave.</Text>
        )}
      </div>
    );
  }
  return (
    <ul className={styles.list} aria-label="Mail">
      {mails.map(({ id, kind, subject, organizer, at }) => (
        <li key={id}>
          <button
            type="button"
            className={mergeClasses(styles.mail, id === open && styles.open)}
            aria-current={id === open ? 'true' : undefined}
            onClick={() => {
              choose(id);
            }}
          >
            <Text weight="semibold">{organizer}</Text>
            <Text>{subject}</Text>
            <Text size={200} className={styles.quiet}>
              {kinds[kind]}, {dayOf(at, new Date()).toLowerCase()} {timeOf(at)}
            </Text>
          </button>
        </li>
      ))}
    </ul>
  );
}
