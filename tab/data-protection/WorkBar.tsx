import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { dataWords } from '../words/data-protection.ts';
import type { Work } from './use-work.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'start' },
  message: { alignSelf: 'stretch' },
});

type Props = {
  readonly work: Work;
  /** How far it has come, in words, and of how much. */
  readonly says: string;
  readonly done: number;
  readonly of: number;
  /** Takes up again what was stopped, or ran into something. */
  readonly onGoOn: () => void;
};

/** How far some work has come, a way to stop it and to go on, and what it ran into. */
export function WorkBar({ work, says, done, of, onGoOn }: Props) {
  const styles = useStyles();
  const left = done < of && (work.state === 'stopped' || work.trouble !== null);
  return (
    <div className={styles.bar}>
      <Text role="status">
        {says} {work.state === 'stopped' && done < of && dataWords.stopped}
      </Text>
      {work.state === 'working' && <ProgressBar aria-label={says} value={of === 0 ? 0 : done / of} />}
      {work.state === 'working' && <Button onClick={work.stop}>{dataWords.stop}</Button>}
      <Ran work={work} />
      {left && <Button onClick={onGoOn}>{dataWords.goOn}</Button>}
    </div>
  );
}

/** What some work ran into. */
export function Ran({ work: { trouble } }: { work: Work }) {
  const styles = useStyles();
  if (trouble === null) return null;
  return (
    <MessageBar intent="error" layout="multiline" className={styles.message} role="alert">
      <MessageBarBody>
        <MessageBarTitle>{trouble.say}</MessageBarTitle> {trouble.next}
      </MessageBarBody>
    </MessageBar>
  );
}
