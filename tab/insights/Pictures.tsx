import { makeStyles, tokens } from '@fluentui/react-components';
import type { CoverFigure } from '../../bot/insights/figures.ts';
import type { InsightsView } from '../../bot/insights/insights-view.ts';
import { coverNames, insightWords as w } from '../words/insights.ts';
import { kindNames } from '../words/words.ts';
import { type Bar, BarList, type Part } from './BarList.tsx';
import { Picture } from './Picture.tsx';
import { Waits } from './Waits.tsx';
import { Weeks } from './Weeks.tsx';

const useStyles = makeStyles({
  pictures: {
    // Columns, not a grid: pictures are of very different heights.
    columnWidth: '420px',
    columnGap: tokens.spacingHorizontalL,
    '& > *': { breakInside: 'avoid', marginBottom: tokens.spacingHorizontalL },
  },
});

type Of = { readonly view: InsightsView };

/** Every picture of a period that has meetings. */
export function Pictures({ view }: Of) {
  const styles = useStyles();
  return (
    <>
      <Weeks view={view} />
      <div className={styles.pictures}>
        <Kinds view={view} />
        <Sealing view={view} />
        <Waits view={view} />
        <Exceptions view={view} />
        <Cover view={view} />
        <Agencies view={view} />
        <Hosts view={view} />
      </div>
    </>
  );
}

const bar = (name: string, length: number, looks: Part['looks'] = 'full'): Bar => ({
  name,
  number: String(length),
  parts: [{ looks, length }],
});
const total = (counts: readonly number[]) => counts.reduce((so, one) => so + one, 0);
const tableOf = (name: string, bars: readonly Bar[]) => ({
  columns: [name, w.meetings],
  rows: bars.map((one) => [one.name, one.number] as const),
});

function Kinds({ view }: Of) {
  const bars = view.kinds.map(({ kind, meetings }) => bar(kindNames[kind], meetings));
  const most = view.kinds.toSorted((a, b) => b.meetings - a.meetings)[0];
  const says = most ? w.kinds.says(kindNames[most.kind], most.meetings, view.meetings) : '';
  return (
    <Picture title={w.kinds.title} says={says} figures={tableOf(w.weeks.kind, bars)}>
      <BarList bars={bars} />
    </Picture>
  );
}

function Sealing({ view: { sealing } }: Of) {
  const { before, after, unknown } = sealing;
  const bars = [
    bar(w.sealing.before, before),
    bar(w.sealing.after, after, 'striped'),
    ...(unknown > 0 ? [bar(w.sealing.unknown, unknown, 'hollow')] : []),
  ];
  const says = w.sealing.says(before, before + after);
  return (
    <Picture title={w.sealing.title} says={says} figures={tableOf(w.sealing.title, bars)}>
      <BarList bars={bars} />
    </Picture>
  );
}

function Exceptions({ view: { exceptions, urgent, recorded } }: Of) {
  const rules = exceptions.map(
    ({ says, why, clauses, meetings }): Bar => ({
      ...bar(`${says} (${w.exceptions.because[why] ?? why})`, meetings, why === 'urgent' ? 'striped' : 'full'),
      beneath: w.exceptions.clauses(clauses.map(({ id }) => id).join(', ')),
    }),
  );
  const bars = [bar(w.exceptions.urgent, urgent), bar(w.exceptions.recorded, recorded), ...rules];
  return (
    <Picture
      title={w.exceptions.title}
      says={w.exceptions.says(urgent, recorded, rules.length)}
      figures={tableOf(w.exceptions.title, bars)}
    >
      <BarList bars={bars} />
    </Picture>
  );
}

const coverLooks: Readonly<Record<CoverFigure, Part['looks']>> = {
  'said yes': 'full',
  'stood in': 'full',
  'no answer': 'hollow',
  'cannot come': 'striped',
  'on hold': 'striped',
  'called off': 'striped',
};
// `Object.keys` forgets what the keys are; they are those of the table.
const coverFigures = Object.keys(coverLooks) as CoverFigure[];

function Cover({ view: { cover } }: Of) {
  const bars = coverFigures.flatMap((one) => (cover[one] ? [bar(coverNames[one], cover[one], coverLooks[one])] : []));
  const all = total(Object.values(cover));
  const yes = (cover['said yes'] ?? 0) + (cover['stood in'] ?? 0);
  return (
    <Picture title={w.cover.title} says={w.cover.says(yes, all)} figures={tableOf(w.cover.title, bars)}>
      <BarList bars={bars} />
    </Picture>
  );
}

// More would be a wall; the table has them all.
const mostBars = 10;

function Agencies({ view: { agencies } }: Of) {
  const { agency, came, didNotCome, notNoted } = w.agencies;
  const bars = agencies.slice(0, mostBars).map((one): Bar => {
    const parts: readonly Part[] = [
      { looks: 'full', length: one.came },
      { looks: 'striped', length: one.didNotCome },
      { looks: 'hollow', length: one.notNoted },
    ];
    const said = [
      [one.came, came],
      [one.didNotCome, didNotCome],
      [one.notNoted, notNoted],
    ] as const;
    const beneath = said.flatMap(([count, words]) => (count > 0 ? [`${words}: ${count}`] : [])).join(' · ');
    return { name: one.agency, number: String(one.came + one.didNotCome + one.notNoted), parts, beneath };
  });
  const all = total(agencies.map((one) => one.came + one.didNotCome + one.notNoted));
  const figures = {
    columns: [agency, came, didNotCome, notNoted],
    rows: agencies.map((one) => [one.agency, one.came, one.didNotCome, one.notNoted] as const),
  };
  return (
    <Picture
      title={w.agencies.title}
      says={w.agencies.says(total(agencies.map((one) => one.came)), all)}
      figures={figures}
    >
      <BarList bars={bars} />
      {agencies.length > mostBars && w.hosts.more(agencies.length - mostBars)}
    </Picture>
  );
}

function Hosts({ view: { hosts } }: Of) {
  const bars = hosts.slice(0, mostBars).map(({ name, meetings }) => bar(name, meetings));
  const most = hosts[0];
  const figures = { columns: [w.hosts.host, w.meetings], rows: hosts.map((one) => [one.name, one.meetings] as const) };
  return (
    <Picture
      title={w.hosts.title}
      says={most ? w.hosts.says(hosts.length, most.name, most.meetings) : ''}
      figures={figures}
    >
      <BarList bars={bars} />
      {hosts.length > mostBars && w.hosts.more(hosts.length - mostBars)}
    </Picture>
  );
}
