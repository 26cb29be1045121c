import { Link } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import { useCallback, useRef } from 'react';
import type { PartName, Today, TodayPart } from '../../bot/today/parts.ts';
import { type LiveAnswer, useLiveAnswer } from '../asking/use-live-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { LookAgain } from '../components/LookAgain.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { addressOf } from '../shell/route.ts';
import { useTab } from '../shell/tab-context.ts';
import { fullDayOf, timeOf } from '../when.ts';
import { todayWords } from '../words/today.ts';
import { todayAtSchool } from './answers.ts';
import { Changes } from './Changes.tsx';
import { CheckPart } from './CheckPart.tsx';
import { LeadersPart } from './LeadersPart.tsx';
import { MinePart } from './MinePart.tsx';
import { OutsidePart } from './OutsidePart.tsx';
import { Part } from './Part.tsx';
import { WaitingPart } from './WaitingPart.tsx';

/** What the day asks of whoever looks, by their roles; looked at again by itself. */
export function TodayPage() {
  const { ask } = useTab();
  const live = useLiveAnswer(useCallback((signal: AbortSignal) => todayAtSchool(ask, signal), [ask]));
  return (
    <PageFrame title={todayWords.title} under={<LookedAt live={live} />} tools={<LookAgain live={live} />}>
      {live.asked.state === 'loading' && <ListSkeleton label={todayWords.loading} />}
      {live.asked.state === 'failed' && <TroubleNotice trouble={live.asked.trouble} again={live.again} />}
      {live.asked.state === 'answered' && <Parts today={live.asked.value} />}
    </PageFrame>
  );
}

function LookedAt({ live: { asked, trouble } }: { live: LiveAnswer<Today> }) {
  if (asked.state !== 'answered') return null;
  const { at } = asked.value;
  return (
    <>
      {`${fullDayOf(at)}. ${todayWords.lookedAt(timeOf(at))}`}{' '}
      {trouble !== null && <span>{todayWords.notRefreshed}</span>}
    </>
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
      return (
        <>
          <CheckPart view={part} />
          <Link href={`#/${addressOf({ page: 'installation' })}`}>{todayWords.checks.installation}</Link>
        </>
      );
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
