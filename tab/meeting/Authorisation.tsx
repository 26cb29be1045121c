import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AuthorisationView } from '../../bot/authorising/authorisation-view.ts';
import { momentOf } from '../when.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
});

const { authorisedBy, question, answer, reason } = words.meeting;

/** Whose yes it needs or has, and what was said about it. */
export function Authorisation({ authorisation }: { authorisation: AuthorisationView }) {
  const styles = useStyles();
  const spoken = [
    { name: question, text: authorisation.question },
    { name: answer, text: authorisation.answer },
    { name: reason, text: authorisation.reason },
  ];
  return (
    <div className={styles.lines}>
      <Text>{authorisation.says}</Text>
      {authorisation.yes.map(({ by, at }) => (
        <Text key={by}>{authorisedBy(by, momentOf(at))}</Text>
      ))}
      {spoken.map(({ name, text }) => text !== undefined && <Text key={name}>{`${name}: ${text}`}</Text>)}
    </div>
  );
}
