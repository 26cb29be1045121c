import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { SealBadge } from '../components/SealBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { dayOf, hoursOf } from '../when.ts';
import { words } from '../words/words.ts';
import type { ListProps } from './MeetingGrid.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  meeting: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `-${tokens.strokeWidthThick}`,
    },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  badges: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** The register on a phone: one meeting under the other. */
export function MeetingList({ meetings, onOpen }: ListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={words.grid.label}>
      {meetings.map(({ reference, child, kind, host, start, end, status, seal }) => (
        <li key={reference}>
          <button
            type="button"
            className={styles.meeting}
            onClick={() => {
              onOpen(reference);
            }}
          >
            <Text weight="semibold">{child ?? kind}</Text>
            {child !== undefined && <Text size={200}>{kind}</Text>}
            <Text size={200}>
              {dayOf(start)}, {hoursOf(start, end)}
            </Text>
            <Text size={200} className={styles.quiet}>
              {host}
            </Text>
            <span className={styles.badges}>
              <StatusBadge status={status} />
              <SealBadge seal={seal} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
