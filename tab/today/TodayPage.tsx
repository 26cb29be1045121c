import { Button, makeStyles, mergeClasses, Text, Title3, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, CalendarLtrRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useCallback, useRef } from 'react';
import type { PartName, Today, TodayPart } from '../../bot/today/parts.ts';
import { type LiveAnswer, useLiveAnswer } from '../asking/use-live-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { useRoom } from '../screen.ts';
import { useTab } from '../shell/tab-context.ts';
import { fullDayOf, timeOf } from '../when.ts';
import { todayWords } from '../words/today.ts';
import { words } from '../words/words.ts';
import { todayAtSchool } from './answers.ts';
import { Changes } from './Changes.tsx';
import { CheckPart } from './CheckPart.tsx';
import { LeadersPart } from './LeadersPart.tsx';
import { MinePart } from './MinePart.tsx';
import { OutsidePart } from './OutsidePart.tsx';
import { Part } from './Part.tsx';
import { WaitingPart } from './WaitingPart.tsx';

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
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** What the day asks of whoever looks, by their roles; looked at again by itself. */
export function TodayPage() {
  const styles = useStyles();
  const room = useRoom();
  const { ask } = useTab();
  const live = useLiveAnswer(useCallback((signal: AbortSignal) => todayAtSchool(ask, signal), [ask]));
  return (
    <main className={mergeClasses(styles.page, room === 'narrow' && styles.narrow)}>
      <Heading live={live} />
      {live.asked.state === 'loading' && <ListSkeleton label={todayWords.loading} />}
      {live.asked.state === 'failed' && (
        <Notice
          isTrouble
          picture={<ErrorCircleRegular />}
          {...live.asked.trouble}
          action={{ name: words.tryAgain, do: live.again }}
        />
      )}
      {live.asked.state === 'answered' && <Parts today={live.asked.value} />}
    </main>
  );
}

function Heading({ live: { asked, trouble, again } }: { live: LiveAnswer<Today> }) {
  const styles = useStyles();
  const at = asked.state === 'answered' ? asked.value.at : null;
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <Title3 as="h1" className={styles.title}>
          {todayWords.title}
        </Title3>
        {at !== null && (
          <Text className={styles.quiet}>
            {fullDayOf(at)}. {todayWords.lookedAt(timeOf(at))}
          </Text>
        )}
        {at !== null && trouble !== null && <Text>{todayWords.notRefreshed}</Text>}
      </div>
      <Button appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={again}>
        {todayWords.lookAgain}
      </Button>
    </header>
  );
}

function Parts({ today }: { today: Today }) {
  const { parts } = useInTheirPlaces(today);
  if (parts.length === 0) return <Notice picture={<CalendarLtrRegular />} {...todayWords.nothing} />;
  return (
    <>
      <Changes today={today} />
      {parts.map((part) => (
        <Part key={part.part} name={part.part} why={part.state === 'unknown' ? part.why : null}>
          {part.state === 'known' && <Had part={part} />}
        </Part>
      ))}
    </>
  );
}

function Had({ part }: { part: Extract<TodayPart, { state: 'known' }> }) {
  switch (part.part) {
    case 'safeguarding':
      return <OutsidePart view={part} />;
    case 'waiting':
      return <WaitingPart view={part} />;
    case 'leaders':
      return <LeadersPart view={part} />;
    case 'mine':
      return <MinePart view={part} />;
    case 'ict':
    case 'data protection':
      return <CheckPart view={part} />;
  }
}

/** Each part stays where it was first shown: whoever reads is not moved when something else begins to press. */
function useInTheirPlaces({ parts }: Today): { readonly parts: readonly TodayPart[] } {
  const places = useRef<readonly PartName[]>([]);
  const fresh = parts.map(({ part }) => part).filter((part) => !places.current.includes(part));
  places.current = [...places.current, ...fresh];
  const { current } = places;
  return { parts: parts.toSorted((one, other) => current.indexOf(one.part) - current.indexOf(other.part)) };
}
