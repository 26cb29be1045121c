import { VerticalStackedBarChart } from '@fluentui/react-charts';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  // The chart measures what is around it; without a width of its own it would hold the page open.
  frame: { width: '100%', minWidth: 0, overflow: 'hidden' },
});

export type Column = {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly length: number; readonly looks: 'full' | 'faint' }[];
};

const mostNames = 9;
const colours = { full: tokens.colorBrandStroke1, faint: tokens.colorNeutralStroke1 };

/** Columns side by side, from left to right; the sentence above and the table beneath say the same, so it is one picture to a screen reader. */
export function Columns({ label, columns }: { label: string; columns: readonly Column[] }) {
  const styles = useStyles();
  const data = columns.map(({ name, parts }) => ({
    xAxisPoint: name,
    chartData: parts.map((part) => ({ legend: part.name, data: part.length, color: colours[part.looks] })),
  }));
  // As many names as there is room for beneath them; the table has them all.
  const every = Math.ceil(columns.length / mostNames);
  const named = columns.filter((_, index) => index % every === 0).map(({ name }) => name);
  return (
    <div className={styles.frame} role="img" aria-label={label}>
      <VerticalStackedBarChart
        data={data}
        height={260}
        barWidth="auto"
        tickValues={named}
        hideLegend
        hideTooltip
        hideLabels
      />
    </div>
  );
}
