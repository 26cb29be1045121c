import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PanelView, TicksView } from '../../bot/in-the-meeting/panel-view.ts';
import { inTheMeeting } from '../words/in-the-meeting.ts';
import { Part } from './Part.tsx';
import { tickedAs, tookNoPlace, tookPlace } from './presses.ts';
import { Ticks } from './TickList.tsx';
import type { Press } from './use-pressing.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const words = inTheMeeting.after;
const step = 5;

type Props = {
  readonly view: PanelView;
  readonly after: TicksView;
  readonly press: (press: Press) => void;
};

/** What is asked when it is over: whether it took place, for how long, and what the packs have ticked. */
export function Over({ view, after, press }: Props) {
  return (
    <Part title={words.title}>
      <Outcome view={view} press={press} />
      <Ticks
        list={after}
        onTick={(lines, ticked) => {
          press(tickedAs('after', lines, ticked));
        }}
      />
    </Part>
  );
}

function Outcome({ view: { outcome, can, ...view }, press }: Omit<Props, 'after'>) {
  const styles = useStyles();
  const [minutes, setMinutes] = useState(() => lasted(view));
  if (!can.sayHeld.may) return <Caption1 className={styles.quiet}>{can.sayHeld.why}</Caption1>;
  return (
    <>
      <Text role="status">{inWords(outcome)}</Text>
      <div className={styles.buttons}>
        <Button
          appearance={outcome.state === 'not said' ? 'primary' : 'secondary'}
          onClick={() => {
            press(tookPlace(minutes));
          }}
        >
          {words.held(minutes)}
        </Button>
        <Button
          disabled={minutes <= step}
          onClick={() => {
            setMinutes(minutes - step);
          }}
        >
          {words.less}
        </Button>
        <Button
          onClick={() => {
            setMinutes(minutes + step);
          }}
        >
          {words.more}
        </Button>
        <Button
          onClick={() => {
            press(tookNoPlace);
          }}
        >
          {words.notHeld}
        </Button>
      </div>
    </>
  );
}

function inWords({ state, minutes }: PanelView['outcome']): string {
  if (state === 'held') return words.saidHeld(minutes ?? 0);
  return state === 'not held' ? words.saidNotHeld : '';
}

/** What is likely: as long as it has gone on, in steps of five, or as planned once it has ended. */
function lasted({ start, end, now, minutes }: Pick<PanelView, 'start' | 'end' | 'now' | 'minutes'>): number {
  if (Date.parse(now) >= Date.parse(end)) return minutes;
  const gone = (Date.parse(now) - Date.parse(start)) / 60_000;
  return Math.max(step, Math.ceil(gone / step) * step);
}
