import { makeStyles, tokens } from '@fluentui/react-components';
import { CalendarQuestionMarkRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Choice } from '../../bot/in-the-meeting/panel-view.ts';
import { type Ask, createAsk } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import type { Place, Teams } from '../teams.ts';
import { inTheMeeting as words } from '../words/in-the-meeting.ts';
import { InTheMeetingShape, pathOf } from './answers.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { Panel } from './Panel.tsx';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    maxWidth: '40rem',
    minHeight: '100vh',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
});

type Props = { readonly teams: Teams; readonly place: Extract<Place, { is: 'panel' }> };

/** The panel beside a call: finds the meeting it belongs to, or lets the host say which. */
export function InTheMeeting({ teams, place }: Props) {
  const styles = useStyles();
  const ask = useMemo(() => createAsk(() => teams.token()), [teams]);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    teams.shown();
  }, [teams]);
  return (
    <main className={styles.page}>
      <Found ask={ask} chat={place.chat} reference={chosen ?? place.reference} choose={setChosen} />
    </main>
  );
}

type FoundProps = {
  readonly ask: Ask;
  readonly chat: string | null;
  readonly reference: string | null;
  readonly choose: (reference: string) => void;
};

function Found({ ask, chat, reference, choose }: FoundProps) {
  const { asked, again } = useAnswer(
    useCallback(
      (signal: AbortSignal) => ask.get(pathOf(chat, reference), InTheMeetingShape, signal),
      [ask, chat, reference],
    ),
  );
  if (asked.state === 'loading') return <ListSkeleton label={words.loading} />;
  if (asked.state === 'failed') return <TroubleNotice trouble={asked.trouble} again={again} />;
  const { meeting, choices } = asked.value;
  if (meeting) return <Panel key={meeting.reference} first={meeting} ask={ask} />;
  return <NotFound choices={choices} choose={choose} />;
}

function NotFound({ choices, choose }: { choices: readonly Choice[]; choose: (reference: string) => void }) {
  if (choices.length === 0) return <Notice picture={<CalendarQuestionMarkRegular />} {...words.choose.none} />;
  return (
    <>
      <h1>{words.choose.title}</h1>
      <p>{words.choose.hint}</p>
      <ChoiceList choices={choices} chosen={null} choose={choose} label={words.choose.title} />
    </>
  );
}
