import { Button, Caption1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { TicksView } from '../../bot/in-the-meeting/panel-view.ts';
import { inTheMeeting as words } from '../words/in-the-meeting.ts';
import { Part } from './Part.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly title: string;
  readonly list: TicksView;
  readonly onTick: (lines: readonly string[], ticked: boolean) => void;
};

/** What the school's packs have ticked at one moment, one by one or all at once. */
export function TickList({ title, ...ticking }: Props) {
  if (ticking.list.ticks.length === 0 && ticking.list.inChat === 0) return null;
  return (
    <Part title={title}>
      <Ticks {...ticking} />
    </Part>
  );
}

export function Ticks({ list: { ticks, inChat }, onTick }: Omit<Props, 'title'>) {
  const styles = useStyles();
  const open = ticks.filter(({ ticked }) => !ticked).map(({ line }) => line);
  return (
    <>
      <ul className={styles.list}>
        {ticks.map(({ line, says, ticked }) => (
          <li key={line}>
            <Checkbox
              checked={ticked}
              label={says}
              onChange={(_, { checked }) => {
                onTick([line], checked === true);
              }}
            />
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <Button
          onClick={() => {
            onTick(open, true);
          }}
        >
          {words.script.all}
        </Button>
      )}
      {inChat > 0 && <Caption1 className={styles.quiet}>{words.inChat(inChat)}</Caption1>}
    </>
  );
}
