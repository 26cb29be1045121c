import { Badge, makeStyles } from '@fluentui/react-components';
import type { Status } from '../../bot/register/entry.ts';
import { statusNames } from '../words/words.ts';

const useStyles = makeStyles({ badge: { whiteSpace: 'nowrap' } });

const colours = {
  waiting: 'informative',
  arranging: 'informative',
  arranged: 'brand',
  'not arranged': 'warning',
  'called off': 'danger',
  refused: 'warning',
  'held elsewhere': 'subtle',
  'needs review': 'severe',
  'on hold': 'severe',
  moved: 'subtle',
  cancelled: 'subtle',
} as const satisfies Record<Status, string>;

/** How a meeting stands, in a word; the colour only repeats it. */
export function StatusBadge({ status }: { status: Status }) {
  const styles = useStyles();
  return (
    <Badge className={styles.badge} appearance="tint" color={colours[status]} shape="rounded">
      {statusNames[status]}
    </Badge>
  );
}
