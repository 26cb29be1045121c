import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Line } from '../../bot/doctor/line.ts';
import { installationWords as said } from '../words/installation.ts';
import { Command } from './Command.tsx';

const useStyles = makeStyles({
  mending: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
  step: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** What somebody does about a thing, or how they find out. */
export function Mending({ line }: { line: Exclude<Line, { state: 'fine' }> }) {
  const styles = useStyles();
  if (line.state === 'look by hand')
    return (
      <div className={styles.mending}>
        {line.command !== null && <Command command={line.command} named={line.what} />}
        <Text>
          <Text weight="semibold">{line.command === null ? said.shows : said.prints}</Text>
          {`: ${line.prints}`}
        </Text>
      </div>
    );
  if (line.mend.length === 0) return null;
  return (
    <div className={styles.mending}>
      <Text weight="semibold">{line.state === 'wrong' ? said.mend : said.find}</Text>
      <ol className={styles.steps}>
        {line.mend.map(({ says, command }) => (
          <li key={says} className={styles.step}>
            <Text>{says}</Text>
            {command !== null && <Command command={command} named={`${line.what}, ${says}`} />}
          </li>
        ))}
      </ol>
    </div>
  );
}
