import { Button, Field, makeStyles, Select, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Tried } from '../../bot/data-protection/disposal.ts';
import type { Kind } from '../../bot/policy/kind.ts';
import { useTab } from '../shell/tab-context.ts';
import { dayOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';
import { kindNames, statusNames } from '../words/words.ts';
import { tryDisposal } from './answers.ts';
import { Disposing } from './Disposing.tsx';
import { useWork } from './use-work.ts';
import { WorkBar } from './WorkBar.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, alignItems: 'start' },
  kind: { maxWidth: '320px', width: '100%' },
  set: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    alignItems: 'start',
    alignSelf: 'stretch',
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  pager: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

const retention = dataWords.retention;
// The compiler knows what the keys are; `Object.keys` forgets it.
const kinds = Object.keys(kindNames) as Kind[];

/** A dry run over every class of meetings, one after the other; what would go can then be disposed of. */
export function DuePart({ schoolYears, onDisposed }: { schoolYears: readonly number[]; onDisposed: () => void }) {
  const styles = useStyles();
  const { ask } = useTab();
  const work = useWork();
  const [chosen, setChosen] = useState<Kind | ''>('');
  const [looked, setLooked] = useState<readonly Tried[] | null>(null);
  const classes = (chosen === '' ? kinds : [chosen]).flatMap((kind) =>
    schoolYears.map((schoolYear) => ({ kind, schoolYear })),
  );
  const look = (before: readonly Tried[]) => {
    setLooked(before);
    work.run(async (isStopped) => {
      for (const of of classes.slice(before.length)) {
        if (isStopped()) return null;
        const answer = await tryDisposal(ask, of);
        if (!answer.ok) return answer.trouble;
        setLooked((sets) => [...(sets ?? []), answer.value]);
      }
      return null;
    });
  };
  const all = looked ?? [];
  const telling = all.filter(({ meetings, staying, unreadable }) => meetings.length + staying.length + unreadable > 0);
  const isThrough = looked !== null && all.length === classes.length;
  return (
    <div className={styles.part}>
      <Field label={retention.kind} className={styles.kind}>
        <Select
          value={chosen}
          onChange={(_, { value }) => {
            setChosen(kinds.find((kind) => kind === value) ?? '');
            setLooked(null);
          }}
        >
          <option value="">{retention.everyKind}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        appearance="primary"
        disabledFocusable={work.state === 'working'}
        onClick={() => {
          look([]);
        }}
      >
        {retention.look}
      </Button>
      {looked !== null && (
        <WorkBar
          work={work}
          says={`${retention.looked(all.length, classes.length)} ${isThrough && telling.length === 0 ? retention.nothing : ''}`}
          done={all.length}
          of={classes.length}
          onGoOn={() => {
            look(all);
          }}
        />
      )}
      {telling.map((tried) => (
        <TriedSet key={tried.id} tried={tried} onDisposed={onDisposed} />
      ))}
    </div>
  );
}

function TriedSet({ tried, onDisposed }: { tried: Tried; onDisposed: () => void }) {
  const styles = useStyles();
  const { id, kind, schoolYear, meetings, staying, unreadable, more } = tried;
  const [oldest, newest] = [meetings[0], meetings.at(-1)];
  const title = retention.set(kindNames[kind], schoolYear);
  return (
    <section className={styles.set} aria-label={title}>
      <Subtitle2 as="h3" className={styles.title}>
        {title}
      </Subtitle2>
      <Text>
        {oldest && newest
          ? retention.count(meetings.length, dayOf(oldest.start), dayOf(newest.start))
          : retention.noneGo}{' '}
        {more && retention.more}
      </Text>
      {meetings.length > 0 && (
        <details>
          <summary>{retention.list}</summary>
          <Paged meetings={meetings} />
        </details>
      )}
      {staying.length > 0 && (
        <>
          <Text>{retention.stay(staying.length)}</Text>
          <ul className={styles.list}>
            {staying.slice(0, pageSize).map(({ reference, start, why }) => (
              <li key={reference}>
                {reference}, {dayOf(start)}: {retention.stays[why]}
              </li>
            ))}
          </ul>
        </>
      )}
      {unreadable > 0 && <Text>{retention.unreadable(unreadable)}</Text>}
      {meetings.length > 0 && (
        <Disposing disposal={{ id, count: meetings.length, reason: '' }} begins onDone={onDisposed} />
      )}
    </section>
  );
}

const pageSize = 25;

function Paged({ meetings }: { meetings: Tried['meetings'] }) {
  const styles = useStyles();
  const [from, setFrom] = useState(0);
  const shown = meetings.slice(from, from + pageSize);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ reference, start, status }) => (
          <li key={reference}>
            {reference}, {dayOf(start)}, {statusNames[status]}
          </li>
        ))}
      </ul>
      {meetings.length > pageSize && (
        <div className={styles.pager}>
          <Button
            size="small"
            disabledFocusable={from === 0}
            onClick={() => {
              setFrom(Math.max(from - pageSize, 0));
            }}
          >
            {retention.earlier}
          </Button>
          <Text role="status">{retention.part(from + 1, from + shown.length, meetings.length)}</Text>
          <Button
            size="small"
            disabledFocusable={from + pageSize >= meetings.length}
            onClick={() => {
              setFrom(Math.min(from + pageSize, meetings.length - 1));
            }}
          >
            {retention.later}
          </Button>
        </div>
      )}
    </>
  );
}
