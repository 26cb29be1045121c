import { Button, makeStyles, Spinner, Text, Title3, tokens } from '@fluentui/react-components';
import { ShieldCheckmarkFilled } from '@fluentui/react-icons';
import { whereTeamsIs } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { words } from '../words/words.ts';

const useStyles = makeStyles({
  shield: { fontSize: tokens.fontSizeHero1000, color: tokens.colorBrandForeground1 },
  title: { margin: 0 },
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`,
    textAlign: 'center',
  },
});

/** For somebody who opened the tab's address in a plain browser. */
export function OutsideTeams() {
  const styles = useStyles();
  const { asked } = useAnswer(whereTeamsIs);
  return (
    <main className={styles.page}>
      <ShieldCheckmarkFilled className={styles.shield} aria-hidden />
      <Title3 as="h1" className={styles.title}>
        {words.outside.say}
      </Title3>
      <Text>{words.outside.next}</Text>
      {asked.state === 'loading' && <Spinner size="tiny" aria-label={words.opening} />}
      {asked.state === 'answered' && (
        <Button as="a" appearance="primary" href={asked.value.teamsUrl}>
          {words.outside.link}
        </Button>
      )}
      {asked.state === 'failed' && <Text>{words.outside.noLink}</Text>}
    </main>
  );
}
