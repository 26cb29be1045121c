import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { Subheading } from '../components/Section.tsx';
import { meetingWords } from '../words/meeting.ts';
import { differing, type Fields, fieldsOf } from './in-words.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  side: { overflowWrap: 'anywhere' },
  value: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly before: MeetingDetail;
  readonly theirs: MeetingDetail;
  readonly yours: Partial<Fields>;
  readonly onGoOn: () => void;
  readonly onLeave: () => void;
};

/** Somebody was quicker: the meeting as it was, as it is, and what is wanted of it, side by side; to go on or to leave it. */
export function ChangedMeanwhile({ before, theirs, yours, onGoOn, onLeave }: Props) {
  const styles = useStyles();
  const { compare, fields } = meetingWords;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const rows = differing(fieldsOf(before), fieldsOf(theirs), yours);
  return (
    <section className={styles.box} aria-label={meetingWords.changedMeanwhile}>
      <Subheading ref={title}>{meetingWords.changedMeanwhile}</Subheading>
      <Text>{meetingWords.changedHint}</Text>
      <ul className={styles.list}>
        {rows.map(({ name, ...sides }) => (
          <li key={name}>
            <Text weight="semibold">{fields[name]}</Text>
            <dl className={styles.pair}>
              {(['before', 'now', 'yours'] as const).map((side) => (
                <div key={side} className={styles.side}>
                  <dt className={styles.quiet}>{compare[side]}</dt>
                  <dd className={styles.value}>{sides[side] === '' ? '–' : sides[side]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={onGoOn}>
          {meetingWords.goOn}
        </Button>
        <Button onClick={onLeave}>{meetingWords.takeTheirs}</Button>
      </div>
    </section>
  );
}
