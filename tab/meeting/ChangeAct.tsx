import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Wanted } from '../../bot/changing/wanted.ts';
import type { Answered } from '../../bot/conversation/answered.ts';
import type { ChangeView } from '../../bot/views/change-view.ts';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { Slow } from '../components/Slow.tsx';
import { useTab } from '../shell/tab-context.ts';
import { dateAndTimeOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import type { ActProps } from './Acts.tsx';
import { makeChange, reviewChange } from './answers.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { ChangeFields, emptyFields, type Typed, wantedOf } from './ChangeFields.tsx';
import { ChangeReview } from './ChangeReview.tsx';
import { wishOf } from './in-words.ts';
import { useAct } from './use-act.ts';

const useStyles = makeStyles({
  act: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** One change of a meeting: its fields, then what it leads to, then the one button. */
export function ChangeAct({ to, ...props }: ActProps & { readonly to: Wanted['to'] }) {
  const styles = useStyles();
  const { meeting, onShow, onClose } = props;
  const [typed, setTyped] = useState<Typed>(() => emptyFields(to, meeting));
  const { review, busy, trouble, theirs, look, make, forget } = useChange(props);
  const wanted = wantedOf(to, typed);
  const change = (next: Typed) => {
    setTyped(next);
    forget();
  };
  return (
    <div className={styles.act}>
      <form
        className={styles.act}
        onSubmit={(event) => {
          event.preventDefault();
          void look(wanted, meeting);
        }}
      >
        <Field validationMessage={trouble && `${trouble.say} ${trouble.next}`}>
          <ChangeFields {...{ to, meeting, typed }} onType={change} />
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" appearance={review ? 'secondary' : 'primary'} disabledFocusable={busy}>
            {meetingWords.see}
          </Button>
          <Button onClick={onClose}>{meetingWords.leave}</Button>
        </div>
      </form>
      <div role="status">{busy && <Text>{meetingWords.looking}</Text>}</div>
      {busy && <Slow />}
      {theirs && (
        <ChangedMeanwhile
          before={meeting}
          theirs={theirs}
          yours={wishOf(wanted)}
          onGoOn={() => {
            onShow(theirs);
            void look(wanted, theirs);
          }}
          onLeave={() => {
            onShow(theirs);
            onClose();
          }}
        />
      )}
      {review && !theirs && (
        <ChangeReview
          key={review.version + review.title}
          review={review}
          busy={busy}
          onDo={(answered) => void make(review, answered)}
          onInstead={(start) => {
            const next = { ...typed, ...dateAndTimeOf(start) };
            change(next);
            void look(wantedOf(to, next), meeting);
          }}
        />
      )}
    </div>
  );
}

function useChange({ meeting: { reference }, onDone }: ActProps) {
  const { ask } = useTab();
  const { run, ...act } = useAct();
  const [review, setReview] = useState<ChangeView | null>(null);
  const look = async (wanted: Wanted, { version }: Pick<MeetingDetail, 'version'>) => {
    setReview(null);
    setReview(await run(reviewChange(ask, reference, { version, wanted })));
  };
  const make = async ({ version, wanted }: ChangeView, answered: Answered) => {
    const made = await run(makeChange(ask, reference, { version, wanted, answered }));
    if (made) onDone(made.follow);
  };
  const forget = () => {
    setReview(null);
    act.clear();
  };
  return { ...act, review, look, make, forget };
}
