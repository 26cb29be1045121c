import { Field, makeStyles, Select } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { InsightsView, WeekView } from '../../bot/insights/insights-view.ts';
import type { Kind } from '../../bot/policy/kind.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { shortDateOf } from '../when.ts';
import { insightWords } from '../words/insights.ts';
import { kindNames } from '../words/words.ts';
import { Picture } from './Picture.tsx';

const Columns = lazy(() => import('./Columns.tsx').then((file) => ({ default: file.Columns })));

const useStyles = makeStyles({ choice: { width: '100%', maxWidth: '320px', minWidth: 0 } });

/** How many meetings each week has; one kind of them can be set off from the others. */
export function Weeks({ view: { weeks, kinds, meetings } }: { view: InsightsView }) {
  const styles = useStyles();
  const [kind, setKind] = useState<Kind | ''>('');
  const { title, says, every, others, kind: label } = insightWords.weeks;
  const busiest = weeks.toSorted((a, b) => allOf(b) - allOf(a))[0];
  const sentence = busiest === undefined ? '' : says(meetings, busiest.week, allOf(busiest));
  const columns = weeks.map((week) => {
    const own = kind === '' ? allOf(week) : (week.kinds[kind] ?? 0);
    const chosen = { name: kind === '' ? every : kindNames[kind], length: own, looks: 'full' as const };
    const rest = { name: others, length: allOf(week) - own, looks: 'faint' as const };
    return { name: shortDateOf(week.week), parts: kind === '' ? [chosen] : [chosen, rest] };
  });
  const figures = {
    columns: [insightWords.ofWeek, ...kinds.map((one) => kindNames[one.kind]), insightWords.meetings],
    rows: weeks.map(
      (week) => [shortDateOf(week.week), ...kinds.map((one) => week.kinds[one.kind] ?? 0), allOf(week)] as const,
    ),
  };
  return (
    <Picture title={title} says={sentence} figures={figures}>
      {kinds.length > 1 && (
        <Field label={label} className={styles.choice}>
          <Select
            value={kind}
            onChange={(_, { value }) => {
              // The options are the kinds, and none.
              setKind(value as Kind | '');
            }}
          >
            <option value="">{every}</option>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {kindNames[one.kind]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Suspense fallback={<ListSkeleton label={insightWords.drawing} />}>
        <Columns label={`${title}. ${kind === '' ? every : kindNames[kind]}. ${sentence}`} columns={columns} />
      </Suspense>
    </Picture>
  );
}

const allOf = ({ kinds }: WeekView): number => Object.values(kinds).reduce((so, one) => so + one, 0);
