import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useCallback, useId } from 'react';
import type { Wanted } from '../../bot/changing/wanted.ts';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { useTab } from '../shell/tab-context.ts';
import { dateAndTimeOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { colleagues } from './answers.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 140px', minWidth: 0 },
  wide: { flex: '1 1 220px', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** What is typed into the fields of a change, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

export function emptyFields(to: Wanted['to'], meeting: MeetingDetail): Typed {
  if (to === 'move') return { ...dateAndTimeOf(meeting.start), minutes: String(meeting.minutes) };
  return {};
}

/** What is wanted, as typed; the server reads it. */
export function wantedOf(to: Wanted['to'], typed: Typed): Wanted {
  const field = (name: string) => typed[name] ?? '';
  switch (to) {
    case 'move':
      return { to, when: { date: field('date'), time: field('time'), minutes: field('minutes') } };
    case 'add guests': {
      const [name, role, agency, address] = [field('name'), field('role'), field('agency'), field('address')];
      return { to, guests: { rows: [{ name, role, agency, address }] } };
    }
    case 'remove guest':
    case 'change second adult':
    case 'change host':
      return { to, said: field('said') };
  }
}

type Props = {
  readonly to: Wanted['to'];
  readonly meeting: MeetingDetail;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
};

/** The fields that a change needs. */
export function ChangeFields(props: Props) {
  const styles = useStyles();
  const text = (name: string, label: string, more: object = {}) => (
    <TextField {...{ ...props, name, label, ...more }} />
  );
  const { guest } = meetingWords;
  switch (props.to) {
    case 'move':
      return (
        <div className={styles.fields}>
          {text('date', meetingWords.newDate, { type: 'date' })}
          {text('time', meetingWords.newTime, { type: 'time' })}
          {text('minutes', meetingWords.minutes, { type: 'number' })}
        </div>
      );
    case 'add guests':
      return (
        <div className={styles.fields}>
          {text('name', guest.name)}
          {text('role', guest.role, { hint: meetingWords.roleHint })}
          {text('agency', guest.agency, { hint: meetingWords.agencyHint })}
          {text('address', guest.address, { type: 'email' })}
        </div>
      );
    case 'remove guest':
      return <GuestField {...props} />;
    case 'change second adult':
    case 'change host':
      return <PersonField {...props} />;
  }
}

type TextProps = Props & {
  readonly name: string;
  readonly label: string;
  readonly type?: 'date' | 'time' | 'number' | 'email';
  readonly hint?: string;
  readonly list?: string;
};

function TextField({ typed, onType, name, label, type, hint, list }: TextProps) {
  const styles = useStyles();
  return (
    <Field className={type === 'email' ? styles.wide : styles.field} label={label} {...(hint && { hint })}>
      <Input
        className={styles.input}
        {...(type && { type })}
        {...(type === 'number' && { min: 15, max: 180, step: 5 })}
        {...(list && { list })}
        maxLength={254}
        autoComplete="off"
        value={typed[name] ?? ''}
        required
        onChange={(_, { value }) => {
          onType({ ...typed, [name]: value });
        }}
      />
    </Field>
  );
}

function GuestField({ meeting, typed, onType }: Props) {
  const styles = useStyles();
  return (
    <Field className={styles.wide} label={meetingWords.whoGoes}>
      <Select
        className={styles.input}
        value={typed['said'] ?? ''}
        required
        onChange={(_, { value }) => {
          onType({ said: value });
        }}
      >
        <option value="" />
        {meeting.guests.map(({ name, role, address }) => (
          <option key={`${name} ${address ?? role}`} value={address ?? name}>
            {`${name}, ${role}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A colleague by name. The browser itself offers the names that fit, on every device and at no weight. */
function PersonField(props: Props) {
  const { ask } = useTab();
  const { asked } = useAnswer(useCallback((signal: AbortSignal) => colleagues(ask, signal), [ask]));
  const id = useId();
  const label = props.to === 'change host' ? meetingWords.newHost : meetingWords.newAdult;
  return (
    <>
      <TextField {...props} name="said" label={label} hint={meetingWords.personHint} list={id} />
      <datalist id={id}>
        {asked.state === 'answered' &&
          asked.value.colleagues.map(({ id: key, name }) => <option key={key} value={name} />)}
      </datalist>
    </>
  );
}
