import { Button, Caption1, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OnRoll } from '../../bot/in-the-meeting/roll.ts';
import type { Ability } from '../../bot/views/rights.ts';
import { inTheMeeting } from '../words/in-the-meeting.ts';
import { Part } from './Part.tsx';
import { noted } from './presses.ts';
import type { Press } from './use-pressing.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, width: '100%' },
  lines: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const words = inTheMeeting.roll;

type Props = { readonly roll: readonly OnRoll[]; readonly can: Ability; readonly press: (press: Press) => void };

/** Who is expected, as whom, and whether they are here. */
export function Roll({ roll, can, press }: Props) {
  const styles = useStyles();
  const open = roll.filter(({ attended }) => attended === 'not noted');
  const here = roll.filter(({ attended }) => attended === 'came').length;
  return (
    <Part title={words.title}>
      <Caption1 className={styles.quiet}>{can.may ? words.hint : can.why}</Caption1>
      <ul className={styles.list}>
        {roll.map((person) => (
          <li key={person.who}>
            <Checkbox
              checked={person.attended === 'came'}
              disabled={!can.may}
              label={<Person person={person} />}
              onChange={(_, { checked }) => {
                press(noted([person], checked === true ? 'came' : 'not noted'));
              }}
            />
          </li>
        ))}
      </ul>
      <Text role="status">{words.count(here, roll.length)}</Text>
      {can.may && open.length > 0 && (
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              press(noted(open, 'came'));
            }}
          >
            {words.all}
          </Button>
          {here > 0 && (
            <Button
              onClick={() => {
                press(noted(open, 'did not come'));
              }}
            >
              {words.others}
            </Button>
          )}
        </div>
      )}
    </Part>
  );
}

function Person({ person: { name, part, attended } }: { person: OnRoll }) {
  const styles = useStyles();
  return (
    <span className={styles.lines}>
      <Text weight="semibold">{name}</Text>
      <Caption1 className={styles.quiet}>{part}</Caption1>
      {attended === 'did not come' && <Caption1>{words.absent}</Caption1>}
    </span>
  );
}
