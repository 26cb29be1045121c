import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { CalendarAddRegular, ErrorCircleRegular, FilterRegular, WarningRegular } from '@fluentui/react-icons';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { useRoom } from '../screen.ts';
import { words } from '../words/words.ts';
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
  },
});

type RegisterProps = {
  readonly meetings: Meetings;
  readonly filtering: Filtering;
  readonly open: string | null;
  readonly onOpen: (reference: string) => void;
};

/** The list in whichever state it is: on its way, in trouble, empty, or there. */
export function Register({ meetings, filtering, open, onOpen }: RegisterProps) {
  const room = useRoom();
  const { asked, unreadable, more, showMore } = meetings;
  if (asked.state === 'loading') return <ListSkeleton label={words.grid.loading} />;
  const again = { name: words.tryAgain, do: meetings.again };
  const wrong = { isTrouble: true, picture: <ErrorCircleRegular />, action: again };
  if (asked.state === 'failed') return <Notice {...wrong} {...asked.trouble} />;
  const isEmpty = asked.value.length === 0;
  // Where something cannot be read, it would not be true that there is nothing.
  if (isEmpty && unreadable === 0 && more === 'none') return <Nothing scope={meetings.scope} clear={filtering.clear} />;
  const shown = { meetings: asked.value, open, onOpen };
  return (
    <>
      <Unreadable entries={unreadable} />
      {!isEmpty && room === 'narrow' && <MeetingList {...shown} />}
      {!isEmpty && room !== 'narrow' && (
        <MeetingGrid {...shown} order={filtering.filter.order} onOrder={filtering.change} />
      )}
      <More more={more} onMore={showMore} />
    </>
  );
}

function Nothing({ scope, clear }: Pick<Meetings, 'scope'> & Pick<Filtering, 'clear'>) {
  const { noneMatch, noneYet, noneInSchool, noneToAuthorise } = words.empty;
  const none = { mine: noneYet, all: noneInSchool, 'to authorise': noneToAuthorise }[scope ?? 'mine'];
  if (clear) {
    return <Notice picture={<FilterRegular />} {...noneMatch} action={{ name: words.filters.clear, do: clear }} />;
  }
  return <Notice picture={<CalendarAddRegular />} {...none} />;
}

// Always there, so that a screen reader hears of the next page's as well.
function Unreadable({ entries }: { entries: number }) {
  const styles = useStyles();
  return (
    <div role="status">
      {entries > 0 && (
        <div className={styles.unreadable}>
          <WarningRegular aria-hidden />
          <Text>{words.grid.unreadable(entries)}</Text>
        </div>
      )}
    </div>
  );
}

function More({ more, onMore }: { more: Meetings['more']; onMore: () => void }) {
  const styles = useStyles();
  if (more === 'none') return null;
  if (more === 'loading') return <Spinner className={styles.more} size="tiny" label={words.grid.loadingMore} />;
  const isTrouble = more !== 'there is';
  return (
    <div className={styles.more}>
      {isTrouble && <Text role="alert">{`${more.say} ${more.next}`}</Text>}
      <Button onClick={onMore}>{isTrouble ? words.tryAgain : words.grid.more}</Button>
    </div>
  );
}
