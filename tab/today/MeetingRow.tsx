import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingSummary } from '../../bot/views/meeting.ts';
import { addressOf } from '../shell/route.ts';
import { hoursOf } from '../when.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 11rem) minmax(0, 1fr) minmax(0, auto)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  about: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  when: { display: 'flex', flexDirection: 'column' },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.strokeWidthThick,
    },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

type RowProps = {
  readonly meeting: MeetingSummary;
  /** Above the hours, where the rows are not all of one day. */
  readonly day?: string;
  readonly children?: ReactNode;
  /** How it stands, or what to press, at the end of the row. */
  readonly end?: ReactNode;
};

/** A meeting in a line or two: when, about whom with a link to it, and whatever the part says of it. */
export function MeetingRow({ meeting, day, children, end }: RowProps) {
  const styles = useStyles();
  const { reference, kind, child, start } = meeting;
  return (
    <li className={styles.row}>
      <div className={styles.when}>
        {day !== undefined && <Text className={styles.quiet}>{day}</Text>}
        <Text>{hoursOf(start, meeting.end)}</Text>
      </div>
      <div className={styles.about}>
        <span>
          <a className={styles.link} href={`#/${addressOf({ page: 'meeting', reference })}`}>
            {child ?? kind}
          </a>
          {child !== undefined && <Text className={styles.quiet}> {kind}</Text>}
        </span>
        {children}
      </div>
      {end}
    </li>
  );
}
