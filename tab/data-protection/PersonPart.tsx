import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { PersonSearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SearchView } from '../../bot/api/data-protection.ts';
import type { FoundPerson } from '../../bot/data-protection/people-search.ts';
import { Notice } from '../components/Notice.tsx';
import { useTab } from '../shell/tab-context.ts';
import { dataWords } from '../words/data-protection.ts';
import { searchFor, searchYear, type Wanted } from './answers.ts';
import { Block } from './Block.tsx';
import { BundlePart } from './BundlePart.tsx';
import { FoundPeople, joined } from './FoundPeople.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useWork, type Work } from './use-work.ts';
import { Ran, WorkBar } from './WorkBar.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '480px' },
  start: { alignSelf: 'start' },
  found: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

const words = dataWords.person;
const years = ['N', 'R', ...Array.from({ length: 13 }, (_, index) => String(index + 1))];

/** Finding a person over all lists, and from there what is held about them. */
export function PersonPart() {
  const [reason, setReason] = useState('');
  const [found, setFound] = useState<{ readonly wanted: Wanted; readonly view: SearchView } | null>(null);
  const [chosen, setChosen] = useState<FoundPerson | null>(null);
  const work = useWork();
  const { ask } = useTab();
  const look = (wanted: Wanted) => {
    work.run(async () => {
      const answer = await searchFor(ask, wanted, reason);
      if (!answer.ok) return answer.trouble;
      setFound({ wanted, view: answer.value });
      return null;
    });
  };
  if (chosen !== null)
    return (
      <BundlePart
        key={JSON.stringify(chosen.subject)}
        person={chosen}
        reason={reason}
        onBack={() => {
          setChosen(null);
        }}
      />
    );
  return (
    <Block title={words.title}>
      <SearchForm work={work} reason={reason} onReason={setReason} onLook={look} />
      {found !== null && <Results key={found.view.search} found={found} onFound={setFound} onChoose={setChosen} />}
    </Block>
  );
}

type FormProps = {
  readonly work: Work;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onLook: (wanted: Wanted) => void;
};

function SearchForm({ work, reason, onReason, onLook }: FormProps) {
  const styles = useStyles();
  const [by, setBy] = useState<Wanted['by']>('name');
  const [text, setText] = useState('');
  const [year, setYear] = useState('');
  const wanted = (): Wanted => {
    if (by === 'name') return { by, begins: text };
    if (by === 'address') return { by, address: text.trim().toLowerCase() };
    return { by, initials: text.trim().toUpperCase(), year: year === '' ? null : year };
  };
  return (
    <form
      className={styles.form}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        onLook(wanted());
      }}
    >
      <Field label={words.by}>
        <Select
          value={by}
          onChange={(_, { value }) => {
            setBy(value === 'address' || value === 'initials' ? value : 'name');
            setText('');
          }}
        >
          <option value="name">{words.ways.name}</option>
          <option value="address">{words.ways.address}</option>
          <option value="initials">{words.ways.initials}</option>
        </Select>
      </Field>
      <Field label={words[by]} required>
        <Input
          value={text}
          maxLength={254}
          autoComplete="off"
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {by === 'initials' && (
        <Field label={words.year}>
          <Select
            value={year}
            onChange={(_, { value }) => {
              setYear(value);
            }}
          >
            <option value="">{words.anyYear}</option>
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      )}
      <ReasonField reason={reason} onReason={onReason} />
      <Ran work={work} />
      <Button type="submit" appearance="primary" className={styles.start} disabledFocusable={work.state === 'working'}>
        {work.state === 'working' ? words.looking : words.look}
      </Button>
    </form>
  );
}

type ResultsProps = {
  readonly found: { readonly wanted: Wanted; readonly view: SearchView };
  readonly onFound: (found: ResultsProps['found']) => void;
  readonly onChoose: (person: FoundPerson) => void;
};

function Results({ found: { wanted, view }, onFound, onChoose }: ResultsProps) {
  const styles = useStyles();
  const { ask } = useTab();
  const work = useWork();
  const [looked, setLooked] = useState<number | null>(null);
  const { search, people, schoolYears, more } = view;
  const colleagues = (from: number) => {
    setLooked(from);
    let now = view;
    work.run(async (isStopped) => {
      for (const [index, schoolYear] of schoolYears.slice(from).entries()) {
        if (isStopped()) return null;
        const answer = await searchYear(ask, { search, about: wanted, schoolYear });
        if (!answer.ok) return answer.trouble;
        now = { ...now, people: joined(now.people, answer.value.people), more: now.more || answer.value.more };
        onFound({ wanted, view: now });
        setLooked(from + index + 1);
      }
      return null;
    });
  };
  return (
    <div className={styles.found}>
      <Text role="status" weight="semibold">
        {people.length > 0 && words.results(people.length)} {more && words.more}
      </Text>
      {people.length === 0 && <Notice picture={<PersonSearchRegular />} {...words.none} />}
      <FoundPeople people={people} onChoose={onChoose} />
      {schoolYears.length > 0 && (
        <>
          <Text>{words.colleaguesHint}</Text>
          {looked === null ? (
            <Button
              className={styles.start}
              onClick={() => {
                colleagues(0);
              }}
            >
              {words.colleagues}
            </Button>
          ) : (
            <WorkBar
              work={work}
              says={words.years(looked, schoolYears.length)}
              done={looked}
              of={schoolYears.length}
              onGoOn={() => {
                colleagues(looked);
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
