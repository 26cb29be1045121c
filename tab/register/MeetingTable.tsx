import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { CalendarAddRegular, ErrorCircleRegular, FilterRegular, WarningRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { Slow } from '../components/Slow.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useRoom } from '../screen.ts';
import { dayOf } from '../when.ts';
import { registerWords } from '../words/register.ts';
import { words } from '../words/words.ts';
import type { ColumnId } from './columns.tsx';
import { type Filter, inWords, orderOf } from './filter.ts';
import { MeetingGrid } from './MeetingGrid.tsx';
import { MeetingList } from './MeetingList.tsx';
import type { Filtering } from './use-filter.ts';
import type { Meetings } from './use-meetings.ts';

const useStyles = makeStyles({
  unreadable: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  more: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
  },
});

const { grid, empty, filters } = registerWords;

type RegisterProps = {
  readonly meetings: Meetings;
  readonly filtering: Filtering;
  readonly chosen: ReadonlySet<ColumnId>;
};

/** The list in whichever state it is: on its way, in trouble, empty, or there. */
export function Register({ meetings, filtering, chosen }: RegisterProps) {
  const room = useRoom();
  const { asked, unreadable, more } = meetings;
  const { filter, open, setOpen } = filtering;
  useLookingFurther(meetings);
  if (asked.state === 'loading') return <ListSkeleton label={grid.loading} />;
  const action = asked.state === 'failed' ? wayOut(asked.refused?.code, filtering) : null;
  if (asked.state === 'failed' && action !== null)
    return <Notice isTrouble picture={<ErrorCircleRegular />} {...asked.trouble} action={action} />;
  if (asked.state === 'failed') return <TroubleNotice trouble={asked.trouble} again={meetings.again} />;
  const isEmpty = asked.value.length === 0;
  // Where something cannot be read, it would not be true that there is nothing.
  if (isEmpty && unreadable === 0 && more === 'none') return <Nothing scope={meetings.scope} filtering={filtering} />;
  const list = {
    meetings: asked.value,
    isAll: more === 'none',
    onNearEnd: more === 'there is' ? meetings.showMore : keepWaiting,
    open,
    onOpen: setOpen,
  };
  return (
    <>
      <Unreadable entries={unreadable} />
      {!isEmpty && room === 'narrow' && <MeetingList {...list} />}
      {!isEmpty && room !== 'narrow' && (
        <MeetingGrid
          {...list}
          chosen={chosen}
          order={orderOf(filter)}
          onOrder={(order) => {
            filtering.change({ order: order === 'newest' ? '' : order });
          }}
        />
      )}
      <More {...meetings} filter={filter} />
    </>
  );
}

/** With no row drawn, nobody can come near the end of them. */
function useLookingFurther({ asked, more, showMore }: Meetings): void {
  const isLooking = asked.state === 'answered' && asked.value.length === 0 && more === 'there is';
  useEffect(() => {
    if (isLooking) showMore();
  }, [isLooking, showMore]);
}

const keepWaiting = () => undefined;

/** What helps where asking the same again would not: some orders are only to be had of few meetings, and a link may name any filter. */
function wayOut(code: string | undefined, { change, clear }: Filtering) {
  if (code === 'not understood' && clear) return { name: filters.clear, do: clear };
  if (code !== 'too many to sort') return null;
  const byTime = () => {
    change({ order: '' });
  };
  return { name: grid.sortByTime, do: byTime };
}

function Nothing({ scope, filtering }: Pick<Meetings, 'scope'> & { filtering: Filtering }) {
  const none = { mine: empty.noneYet, all: empty.noneInSchool, 'to authorise': empty.noneToAuthorise }[scope ?? 'mine'];
  if (!filtering.clear) return <Notice picture={<CalendarAddRegular />} {...none} />;
  const named = inWords(filtering.filter).map(({ filter, name, value }) =>
    filter === 'host' ? name : `${name}: ${value}`,
  );
  return (
    <Notice
      picture={<FilterRegular />}
      {...empty.noneMatch(named.join(', '))}
      action={{ name: filters.clear, do: filtering.clear }}
    />
  );
}

// Always there, so that a screen reader hears of the next page's as well.
function Unreadable({ entries }: { entries: number }) {
  const styles = useStyles();
  return (
    <div role="status">
      {entries > 0 && (
        <div className={styles.unreadable}>
          <WarningRegular aria-hidden />
          <Text>{grid.unreadable(entries)}</Text>
        </div>
      )}
    </div>
  );
}

/** What stands below the last row. */
function More({ more, showMore, lookedTo, filter, asked }: Meetings & { filter: Filter }) {
  const styles = useStyles();
  const looked = orderOf(filter) === 'oldest' ? grid.lookedOn : grid.lookedTo;
  const soFar = lookedTo === null ? null : looked(dayOf(lookedTo));
  if (more === 'there is') return null;
  if (more === 'loading') {
    return (
      <div className={styles.more}>
        <Spinner size="tiny" label={soFar ?? grid.loadingMore} />
        <Slow key={lookedTo} />
      </div>
    );
  }
  if (more === 'none') {
    const rows = asked.state === 'answered' ? asked.value.length : 0;
    return <Text className={styles.more}>{grid.atTheEnd(rows)}</Text>;
  }
  return (
    <div className={styles.more}>
      {more === 'far away' ? <Text>{soFar}</Text> : <Text role="alert">{`${more.say} ${more.next}`}</Text>}
      <Button onClick={showMore}>{more === 'far away' ? grid.lookFurther : words.tryAgain}</Button>
    </div>
  );
}
