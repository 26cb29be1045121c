import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import { CalendarQuestionMarkRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { InTheMeeting } from '../../bot/in-the-meeting/panel-view.ts';
import { createAsk } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import type { Place, Teams } from '../teams.ts';
import { dayOf, hoursOf } from '../when.ts';
import { inTheMeeting as words } from '../words/in-the-meeting.ts';
import { words as shared } from '../words/words.ts';
import { InTheMeetingShape, pathOf } from './answers.ts';
import { ChoiceList } from './ChoiceList.tsx';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0 },
});

type Props = { readonly teams: Teams; readonly place: Extract<Place, { is: 'settings' }> };

/** What Teams shows when somebody adds the app to a meeting: which meeting it is. The button that saves is Teams' own. */
export function Settings({ teams, place }: Props) {
  const styles = useStyles();
  const ask = useMemo(() => createAsk(() => teams.token()), [teams]);
  const { asked, again } = useAnswer(
    useCallback(
      (signal: AbortSignal) => ask.get(pathOf(place.chat, null), InTheMeetingShape, signal),
      [ask, place.chat],
    ),
  );
  useEffect(() => {
    teams.shown();
  }, [teams]);
  return (
    <main className={styles.page}>
      <Title3 as="h1" className={styles.title}>
        {words.settings.title}
      </Title3>
      {asked.state === 'loading' && <ListSkeleton label={words.loading} />}
      {asked.state === 'failed' && (
        <Notice
          isTrouble
          picture={<ErrorCircleRegular />}
          {...asked.trouble}
          action={{ name: shared.tryAgain, do: again }}
        />
      )}
      {asked.state === 'answered' && <Which found={asked.value} configure={place.configure} />}
    </main>
  );
}

function Which({ found, configure }: { found: InTheMeeting; configure: (reference: string | null) => void }) {
  const { meeting, choices } = found;
  const [chosen, setChosen] = useState(meeting?.reference ?? null);
  useEffect(() => {
    configure(chosen);
  }, [configure, chosen]);
  if (meeting) {
    const { kind, child, start, end } = meeting;
    return (
      <>
        <p>
          {[child, kind].filter((one) => one !== undefined).join(' · ')}
          <br />
          {dayOf(start)}, {hoursOf(start, end)}
        </p>
        <p>{words.settings.found}</p>
      </>
    );
  }
  if (choices.length === 0) return <Notice picture={<CalendarQuestionMarkRegular />} {...words.choose.none} />;
  return (
    <>
      <p>{words.settings.choose}</p>
      <ChoiceList choices={choices} chosen={chosen} choose={setChosen} label={words.choose.title} />
    </>
  );
}
