import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { SealBadge } from '../components/SealBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { dayOf, hoursOf } from '../when.ts';
import { registerWords } from '../words/register.ts';
import type { ListProps } from './MeetingGrid.tsx';
import { useRows } from './use-rows.ts';

const useStyles = makeStyles({
  list: { position: 'relative', listStyleType: 'none', margin: 0, padding: 0 },
  item: { position: 'absolute', top: 0, left: 0, right: 0 },
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

/** The register on a phone: one meeting under the other, drawn as they come into sight. */
export function MeetingList(list: ListProps) {
  const styles = useStyles();
  const { meetings, isAll } = list;
  const rows = useRows({ ...list, rowHeight: 129, headerHeight: 0 });
  return (
    <div ref={rows.body}>
      <ul className={styles.list} style={{ height: rows.height }} aria-label={registerWords.grid.label}>
        {rows.drawn.map(({ index, top }) => {
          const meeting = meetings[index];
          if (!meeting) return null;
          const { reference, child, kind, host, start, end, status, seal } = meeting;
          return (
            <li
              key={reference}
              ref={rows.measure}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${top}px)` }}
              aria-setsize={isAll ? meetings.length : -1}
              aria-posinset={index + 1}
            >
              <button
                type="button"
                className={styles.meeting}
                onClick={() => {
                  rows.pick(index);
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
          );
        })}
      </ul>
    </div>
  );
}
