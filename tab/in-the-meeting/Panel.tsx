import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  Title3,
  tokens,
} from '@fluentui/react-components';
import type { PanelView } from '../../bot/in-the-meeting/panel-view.ts';
import type { Ask } from '../asking/ask.ts';
import { dayOf, hoursOf } from '../when.ts';
import { inTheMeeting as words } from '../words/in-the-meeting.ts';
import { Concern } from './Concern.tsx';
import { LockClock } from './LockClock.tsx';
import { Over } from './Over.tsx';
import { tickedAs } from './presses.ts';
import { Roll } from './Roll.tsx';
import { TickList } from './TickList.tsx';
import { type Pressing, usePressing } from './use-pressing.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One meeting, for those who are in it: who is let in, what is said at the start, when to lock, a concern, how it ended. */
export function Panel({ first, ask }: { first: PanelView; ask: Ask }) {
  const styles = useStyles();
  const pressing = usePressing(first, ask);
  const { view, press } = pressing;
  const { reference, kind, child, start, end, notice, lockAt, script, after, can } = view;
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <Title3 as="h1" className={styles.title}>
          {child ?? kind}
        </Title3>
        {child !== undefined && <Text>{kind}</Text>}
        <Caption1 className={styles.quiet}>
          {dayOf(start)}, {hoursOf(start, end)} · {reference}
        </Caption1>
      </header>
      {notice !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{notice}</MessageBarBody>
        </MessageBar>
      )}
      <Unsaved {...pressing} />
      {lockAt !== null && <LockClock lockAt={lockAt} now={first.now} />}
      <Concern ask={ask} reference={reference} can={can.raiseConcern} before={first.concern} />
      {view.roll && <Roll roll={view.roll} can={can.noteRoll} press={press} />}
      {script && (
        <TickList
          title={words.script.title}
          list={script}
          onTick={(lines, ticked) => {
            press(tickedAs('start', lines, ticked));
          }}
        />
      )}
      {after && <Over view={view} after={after} press={press} />}
    </div>
  );
}

function Unsaved({ unsaved }: Pick<Pressing, 'unsaved'>) {
  if (unsaved === null) return null;
  const { trouble, again } = unsaved;
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {words.notSaved}. {trouble.say} {trouble.next} <Button onClick={again}>{words.again}</Button>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
