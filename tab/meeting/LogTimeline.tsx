import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LogView } from '../../bot/views/log-view.ts';
import { momentOf } from '../when.ts';
import { words } from '../words/words.ts';
import { FoldedList } from './FoldedList.tsx';

const dot = '10px';

const useStyles = makeStyles({
  timeline: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    paddingLeft: tokens.spacingHorizontalXXL,
    paddingBottom: tokens.spacingVerticalL,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '5px',
      width: dot,
      height: dot,
      boxSizing: 'border-box',
      borderRadius: tokens.borderRadiusCircular,
      border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    '::after': {
      content: '""',
      position: 'absolute',
      left: `calc(${dot} / 2 - ${tokens.strokeWidthThin})`,
      top: '17px',
      bottom: '-3px',
      width: tokens.strokeWidthThick,
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':last-child::after': { display: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was done about a meeting, by whom and when, oldest first. */
export function LogTimeline({ log }: { log: readonly LogView[] }) {
  const styles = useStyles();
  if (log.length === 0) return <Text className={styles.quiet}>{words.meeting.noLog}</Text>;
  return (
    <FoldedList items={log} first={12}>
      {(shown) => (
        <ol className={styles.timeline}>
          {shown.map(({ at, says, by, detail }) => (
            <li key={`${at} ${says} ${detail}`} className={styles.line}>
              <Text>{says}</Text>
              {detail !== '' && <Caption1>{detail}</Caption1>}
              <Caption1 className={styles.quiet}>
                <time dateTime={at}>{momentOf(at)}</time> {words.meeting.by(by)}
              </Caption1>
            </li>
          ))}
        </ol>
      )}
    </FoldedList>
  );
}
