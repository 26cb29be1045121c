import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { useTab } from '../shell/tab-context.ts';
import { dateAndTimeOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { agreeingWays, agreementNames, sayAgreement } from './answers.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { useAct } from './use-act.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 160px', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  button: { alignSelf: 'start' },
});

const { agree: says } = meetingWords;
type Props = { readonly meeting: MeetingDetail; readonly onShow: (meeting: MeetingDetail) => void };

/** Writes down what a guest has agreed to, or taken back. */
export function AgreementForm({ meeting, onShow }: Props) {
  const styles = useStyles();
  const { ask } = useTab();
  const [said, setSaid] = useState({
    guest: '1',
    agreement: 'take part',
    says: 'given',
    how: 'in person',
    on: dateAndTimeOf(new Date().toISOString()).date,
  });
  const { busy, trouble, theirs, run } = useAct();
  const keep = async ({ reference, version }: MeetingDetail) => {
    const written = await run(sayAgreement(ask, reference, { ...said, version, guest: Number(said.guest) }));
    if (written) onShow(written);
  };
  const choose = (name: keyof typeof said, choices: readonly (readonly [string, string])[]) => (
    <Field className={styles.field} label={says[name]}>
      <Select
        className={styles.input}
        value={said[name]}
        onChange={(_, { value }) => {
          setSaid({ ...said, [name]: value });
        }}
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep(meeting);
      }}
    >
      <Field validationMessage={trouble && `${trouble.say} ${trouble.next}`}>
        <div className={styles.fields}>
          {choose(
            'guest',
            meeting.guests.map(({ name }, index) => [String(index + 1), name] as const),
          )}
          {choose(
            'agreement',
            agreementNames.map((name) => [name, says.names[name]] as const),
          )}
          {choose('says', [
            ['given', says.given],
            ['withdrawn', says.withdrawn],
          ])}
          {choose(
            'how',
            agreeingWays.map((way) => [way, says.ways[way]] as const),
          )}
          <Field className={styles.field} label={says.on}>
            <Input
              className={styles.input}
              type="date"
              required
              value={said.on}
              onChange={(_, { value }) => {
                setSaid({ ...said, on: value });
              }}
            />
          </Field>
        </div>
      </Field>
      {theirs && (
        <ChangedMeanwhile
          before={meeting}
          theirs={theirs}
          yours={{}}
          onGoOn={() => {
            onShow(theirs);
          }}
          onLeave={() => {
            onShow(theirs);
          }}
        />
      )}
      <Button className={styles.button} type="submit" disabledFocusable={busy}>
        {busy ? meetingWords.working : says.keep}
      </Button>
    </form>
  );
}
