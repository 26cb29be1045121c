import { Field, makeStyles, Select, Text } from '@fluentui/react-components';
import { DataBarVerticalRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { InsightsView } from '../../bot/insights/insights-view.ts';
import type { Period } from '../../bot/insights/periods.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useTab } from '../shell/tab-context.ts';
import { insightWords, periodNames } from '../words/insights.ts';
import { InsightsShape } from './answers.ts';
import { Pictures } from './Pictures.tsx';

const useStyles = makeStyles({
  choice: { width: '100%', minWidth: 0 },
});

/** Pictures of a term or a school year, drawn from what the server has counted. */
export function InsightsPage() {
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
    <PageFrame
      title={insightWords.title}
      under={<span role="status">{view !== null && insightWords.fresh(view.freshness)}</span>}
      tools={periods.length > 0 && <PeriodChoice periods={periods} chosen={period ?? view} onChoice={setPeriod} />}
    >
      {asked.state === 'loading' && <ListSkeleton label={insightWords.loading} />}
      {asked.state === 'failed' && <TroubleNotice trouble={asked.trouble} again={again} />}
      {view !== null && <Drawn view={view} />}
    </PageFrame>
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
