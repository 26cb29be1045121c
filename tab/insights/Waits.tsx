import type { InsightsView } from '../../bot/insights/insights-view.ts';
import { insightWords } from '../words/insights.ts';
import { BarList } from './BarList.tsx';
import { Picture } from './Picture.tsx';

/** How long it took from a request to its invitation. */
export function Waits({ view: { waits } }: { view: InsightsView }) {
  const { title, says, upTo, longer } = insightWords.waits;
  const bars = waits.bins.map((bin) => ({
    name: bin.upTo === null ? longer : upTo(bin.upTo),
    number: String(bin.meetings),
    parts: [{ looks: 'full' as const, length: bin.meetings }],
  }));
  const figures = {
    columns: [title, insightWords.meetings],
    rows: bars.map(({ name, number }) => [name, number] as const),
  };
  return (
    <Picture title={title} says={says(waits.median)} figures={figures}>
      <BarList bars={bars} />
    </Picture>
  );
}
