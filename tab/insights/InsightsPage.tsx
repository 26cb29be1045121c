import { Field, makeStyles, mergeClasses, Select, Text, Title3, tokens } from '@fluentui/react-components';
import { DataBarVerticalRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { InsightsView } from '../../bot/insights/insights-view.ts';
import type { Period } from '../../bot/insights/periods.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { useRoom } from '../screen.ts';
import { useTab } from '../shell/tab-context.ts';
import { insightWords, periodNames } from '../words/insights.ts';
import { words } from '../words/words.ts';
import { InsightsShape } from './answers.ts';
import { Pictures } from './Pictures.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '1200px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  narrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  header: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  choice: { width: '100%', minWidth: 0 },
});

/** Pictures of a term or a school year, drawn from what the server has counted. */
export function InsightsPage() {
  const styles = useStyles();
  const room = useRoom();
  const { ask } = useTab();
  const [period, setPeriod] = useState<Pick<Period, 'from' | 'to'> | null>(null);
  // The periods that there were stay to be chosen from while the next one is on its way, and when it does not come.
  const [periods, setPeriods] = useState<readonly Period[]>([]);
  const query = period === null ? '' : `?from=${period.from}&to=${period.to}`;
  const { asked, again } = useAnswer(
    useCallback(
      async (signal: AbortSignal) => {
        const answer = await ask.get(`/api/insights${query}`, InsightsShape, signal);
        if (answer.ok) setPeriods(answer.value.periods);
        return answer;
      },
      [ask, query],
    ),
  );
  const view = asked.state === 'answered' ? asked.value : null;
  return (
    <main className={mergeClasses(styles.page, room === 'narrow' && styles.narrow)}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <Title3 as="h1" className={styles.title}>
            {insightWords.title}
          </Title3>
          <Text className={styles.quiet} role="status">
            {view !== null && insightWords.fresh(view.freshness)}
          </Text>
        </div>
        {periods.length > 0 && <PeriodChoice periods={periods} chosen={period ?? view} onChoice={setPeriod} />}
      </header>
      {asked.state === 'loading' && <ListSkeleton label={insightWords.loading} />}
      {asked.state === 'failed' && (
        <Notice
          isTrouble
          picture={<ErrorCircleRegular />}
          {...asked.trouble}
          action={{ name: words.tryAgain, do: again }}
        />
      )}
      {view !== null && <Drawn view={view} />}
    </main>
  );
}

function Drawn({ view }: { view: InsightsView }) {
  const { periods, from, to, meetings, unreadable } = view;
  const period = periods.find((one) => one.from === from && one.to === to);
  return (
    <>
      {unreadable > 0 && <Text>{insightWords.unreadable(unreadable)}</Text>}
      {meetings === 0 ? (
        <Notice picture={<DataBarVerticalRegular />} {...insightWords.empty(period?.is ?? null)} />
      ) : (
        <Pictures view={view} />
      )}
    </>
  );
}

type ChoiceProps = {
  readonly periods: readonly Period[];
  readonly chosen: Pick<Period, 'from' | 'to'> | null;
  readonly onChoice: (period: Period) => void;
};

function PeriodChoice({ periods, chosen, onChoice }: ChoiceProps) {
  const styles = useStyles();
  const keyOf = ({ from, to }: Pick<Period, 'from' | 'to'>) => `${from} ${to}`;
  const groups = Map.groupBy(periods, ({ is }) => is);
  return (
    <Field label={insightWords.period}>
      <Select
        className={styles.choice}
        value={chosen === null ? '' : keyOf(chosen)}
        onChange={(_, { value }) => {
          const wanted = periods.find((period) => keyOf(period) === value);
          if (wanted) onChoice(wanted);
        }}
      >
        {[...groups].map(([is, some]) => (
          <optgroup key={is} label={periodNames[is]}>
            {some.map((period) => (
              <option key={keyOf(period)} value={keyOf(period)}>
                {period.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
