import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarQuestionMarkRegular, CheckmarkRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { answerMail, type Mail, type MailResponse } from '../tenant-api.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

const choices = [
  { response: 'accepted', title: 'Accept', said: 'Accepted', icon: <CheckmarkRegular /> },
  { response: 'tentativelyAccepted', title: 'Tentative', said: 'Tentative', icon: <CalendarQuestionMarkRegular /> },
  { response: 'declined', title: 'Decline', said: 'Declined', icon: <DismissRegular /> },
] as const satisfies readonly { response: MailResponse; title: string; said: string; icon: unknown }[];

/** What the recipient of an invitation answers in their own Outlook; the organizer's event shows it. */
export function AnswerBar({ mail }: { readonly mail: Mail }) {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const answer = async ({ response, said: words }: (typeof choices)[number]) => {
    try {
      await answerMail(mail.id, response);
      setSaid(words);
    } catch (fault) {
      console.warn('The invitation could not be answered:', fault);
      setSaid('There is nothing to answer any more');
    }
  };
  return (
    <div className={styles.bar}>
      {choices.map((choice) => (
        <Button key={choice.response} size="small" icon={choice.icon} onClick={() => void answer(choice)}>
          {choice.title}
        </Button>
      ))}
      <Text role="status">{said}</Text>
    </div>
  );
}
