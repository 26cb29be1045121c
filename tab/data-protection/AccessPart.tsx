import { Button, Field, Input, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { AccessPageView, AccessView } from '../../bot/api/access.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useTab } from '../shell/tab-context.ts';
import { momentOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';
import { whoLooked } from './answers.ts';
import { Block } from './Block.tsx';
import { useWork } from './use-work.ts';
import { Ran } from './WorkBar.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'end' },
  field: { flex: '0 1 240px', minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  when: { flex: '0 0 200px', color: tokens.colorNeutralForeground2 },
  who: { flex: '1 1 160px', minWidth: 0 },
  what: { flex: '3 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  months: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

const access = dataWords.access;
type Of =
  | { readonly by: 'day'; readonly day: string }
  | { readonly by: 'meeting'; readonly reference: string }
  | { readonly by: 'person'; readonly id: string; readonly name: string; readonly month: string };

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const today = () => londonDay.format(new Date());
const aReference = /^[A-Z]{3}-[0-9A-Z]{8}$/;

/** Who looked at what: of a day, a meeting, or a person in a month. */
export function AccessPart() {
  const styles = useStyles();
  const [of, setOf] = useState<Of>(() => ({ by: 'day', day: today() }));
  const [meeting, setMeeting] = useState('');
  const person = (row: AccessView) => {
    setOf({ by: 'person', id: row.byId, name: row.by, month: row.at.slice(0, 7) });
  };
  return (
    <Block title={access.title}>
      <Text>{access.hint}</Text>
      <div className={styles.form}>
        <Field label={access.day} className={styles.field}>
          <Input
            type="date"
            min="2000-01-01"
            max="2099-12-31"
            value={of.by === 'day' ? of.day : ''}
            onChange={({ target }, { value }) => {
              if (target.validity.valid && value !== '') setOf({ by: 'day', day: value });
            }}
          />
        </Field>
        <Field label={access.meeting} className={styles.field}>
          <Input
            value={meeting}
            placeholder="TAC-1234ABCD"
            onChange={(_, { value }) => {
              const reference = value.trim().toUpperCase();
              setMeeting(reference);
              if (aReference.test(reference)) setOf({ by: 'meeting', reference });
            }}
          />
        </Field>
      </div>
      {of.by === 'person' && <Months of={of} onOf={setOf} />}
      <Rows key={JSON.stringify(of)} of={of} onPerson={person} />
    </Block>
  );
}

function Months({ of, onOf }: { of: Of & { by: 'person' }; onOf: (of: Of) => void }) {
  const styles = useStyles();
  const later = (months: number) => {
    const [year = 0, month = 1] = of.month.split('-').map(Number);
    onOf({ ...of, month: new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7) });
  };
  const named = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <div className={styles.months}>
      <Text weight="semibold" role="status">
        {access.of(of.name, named.format(new Date(`${of.month}-01T00:00:00Z`)))}
      </Text>
      <Button
        size="small"
        onClick={() => {
          later(-1);
        }}
      >
        {access.earlierMonth}
      </Button>
      <Button
        size="small"
        onClick={() => {
          later(1);
        }}
      >
        {access.laterMonth}
      </Button>
    </div>
  );
}

const queryOf = (of: Of): Readonly<Record<string, string>> => {
  if (of.by === 'day') return { day: of.day };
  return of.by === 'meeting' ? { reference: of.reference } : { by: of.id, month: of.month };
};

function Rows({ of, onPerson }: { of: Of; onPerson: (row: AccessView) => void }) {
  const { ask } = useTab();
  // biome-ignore lint/correctness/useExhaustiveDependencies: this is drawn anew for another question
  const first = useAnswer(useCallback((signal: AbortSignal) => whoLooked(ask, queryOf(of), signal), [ask]));
  if (first.asked.state === 'loading') return <ListSkeleton label={access.loading} />;
  if (first.asked.state === 'failed') return <TroubleNotice trouble={first.asked.trouble} again={first.again} />;
  if (first.asked.value.rows.length === 0) return <Notice picture={<EyeRegular />} {...access.none} />;
  return <Pages first={first.asked.value} of={of} onPerson={onPerson} />;
}

function Pages({ first, of, onPerson }: { first: AccessPageView; of: Of; onPerson: (row: AccessView) => void }) {
  const styles = useStyles();
  const { ask } = useTab();
  const work = useWork();
  const [pages, setPages] = useState<readonly AccessPageView[]>([first]);
  const next = pages.at(-1)?.next ?? null;
  const rows = pages.flatMap((page) => page.rows);
  const more = (cursor: string) => {
    work.run(async () => {
      const answer = await whoLooked(ask, { ...queryOf(of), cursor }, new AbortController().signal);
      if (!answer.ok) return answer.trouble;
      setPages((before) => [...before, answer.value]);
      return null;
    });
  };
  return (
    <>
      <Text role="status">{access.rows(rows.length)}</Text>
      <ul className={styles.list} aria-label={access.title}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.when}>{momentOf(row.at)}</span>
            <span className={styles.who}>
              {of.by === 'person' ? (
                row.by
              ) : (
                <Link
                  as="button"
                  inline
                  title={access.allOf(row.by)}
                  onClick={() => {
                    onPerson(row);
                  }}
                >
                  {row.by}
                </Link>
              )}
            </span>
            <span className={styles.what}>
              {access.line(row)}
              {row.reason !== '' && <div>{row.reason}</div>}
            </span>
          </li>
        ))}
      </ul>
      <Ran work={work} />
      {next !== null && (
        <Button
          disabledFocusable={work.state === 'working'}
          onClick={() => {
            more(next);
          }}
        >
          {access.more}
        </Button>
      )}
    </>
  );
}
