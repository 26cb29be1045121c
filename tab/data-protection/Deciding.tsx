import { Button, makeStyles, Radio, RadioGroup, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BundledMeeting, Named } from '../../bot/data-protection/bundle.ts';
import { useTab } from '../shell/tab-context.ts';
import { dataWords } from '../words/data-protection.ts';
import { bundleMade } from './answers.ts';
import { bundlePage } from './bundle-file.ts';
import { DecideMeeting } from './DecideMeeting.tsx';
import { type Decisions, decided, leftToDecide, othersIn, undecided } from './decisions.ts';
import { save } from './save.ts';
import { useWork } from './use-work.ts';
import { Ran } from './WorkBar.tsx';

const useStyles = makeStyles({
  title: { margin: 0 },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  start: { alignSelf: 'start' },
});

const words = dataWords.bundle;

type Props = {
  readonly bundle: string;
  readonly about: string;
  readonly meetings: readonly BundledMeeting[];
  /** All of it has been read, so that it can be made. */
  readonly isRead: boolean;
};

/** What may stay, and what is taken out; then the bundle is made here, in the browser, and nowhere else. */
export function Deciding({ bundle, about, meetings, isRead }: Props) {
  const styles = useStyles();
  const [decisions, setDecisions] = useState<Decisions>(undecided);
  const left = leftToDecide(meetings, decisions);
  const people = (of: readonly Named[], is: 'keep' | 'take out') => {
    setDecisions((before) => ({
      ...before,
      people: { ...before.people, ...Object.fromEntries(of.map(({ key }) => [key, is])) },
    }));
  };
  return (
    <div className={styles.part}>
      <People others={othersIn(meetings)} decisions={decisions} onPeople={people} />
      <Subtitle2 as="h3" className={styles.title}>
        {words.meetings}
      </Subtitle2>
      <ul className={styles.list} aria-label={words.meetings}>
        {meetings.map((meeting) => (
          <li key={meeting.reference}>
            <DecideMeeting meeting={meeting} decisions={decisions} onDecisions={setDecisions} />
          </li>
        ))}
      </ul>
      {left.people + left.meetings > 0 && <Text role="status">{words.undecided(left.people, left.meetings)}</Text>}
      <Making
        key={JSON.stringify(decisions)}
        may={isRead && left.people + left.meetings === 0}
        {...{ bundle, about, meetings, decisions }}
      />
    </div>
  );
}

type PeopleProps = {
  readonly others: readonly Named[];
  readonly decisions: Decisions;
  readonly onPeople: (people: readonly Named[], is: 'keep' | 'take out') => void;
};

function People({ others, decisions, onPeople }: PeopleProps) {
  const styles = useStyles();
  if (others.length === 0) return null;
  return (
    <>
      <Subtitle2 as="h3" className={styles.title}>
        {words.people}
      </Subtitle2>
      <Text>{words.peopleHint}</Text>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            onPeople(
              others.filter(({ as }) => as === 'colleague'),
              'keep',
            );
          }}
        >
          {words.keepColleagues}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onPeople(
              others.filter(({ as }) => as !== 'colleague'),
              'take out',
            );
          }}
        >
          {words.takeOutOthers}
        </Button>
      </div>
      <ul className={styles.list} aria-label={words.people}>
        {others.map((one) => (
          <li key={one.key} className={styles.person}>
            <span>
              {one.name} ({words.as[one.as]})
            </span>
            <RadioGroup
              layout="horizontal"
              aria-label={one.name}
              value={decisions.people[one.key] ?? ''}
              onChange={(_, { value }) => {
                onPeople([one], value === 'keep' ? 'keep' : 'take out');
              }}
            >
              <Radio value="keep" label={words.keep} />
              <Radio value="take out" label={words.takeOut} />
            </RadioGroup>
          </li>
        ))}
      </ul>
    </>
  );
}

type MakingProps = Omit<Props, 'isRead'> & { readonly decisions: Decisions; readonly may: boolean };

function Making({ bundle, about, meetings, decisions, may }: MakingProps) {
  const styles = useStyles();
  const { ask } = useTab();
  const work = useWork();
  const [files, setFiles] = useState<{ readonly html: string; readonly json: string } | null>(null);
  const make = () => {
    work.run(async () => {
      const said = decided(meetings, decisions, words.name);
      const { leftOut, peopleTakenOut, textsEdited } = said;
      const answer = await bundleMade(ask, {
        bundle,
        meetings: said.meetings.length,
        leftOut,
        peopleTakenOut,
        textsEdited,
      });
      if (!answer.ok) return answer.trouble;
      const html = bundlePage(said, { about, at: new Date().toISOString() });
      setFiles({ html, json: JSON.stringify(said, null, 2) });
      return null;
    });
  };
  return (
    <>
      <Ran work={work} />
      {files === null ? (
        <Button
          appearance="primary"
          className={styles.start}
          disabledFocusable={!may || work.state === 'working'}
          onClick={make}
        >
          {work.state === 'working' ? words.making : words.make}
        </Button>
      ) : (
        <div className={styles.buttons}>
          <Text role="status">{words.made}</Text>
          <Button
            appearance="primary"
            onClick={() => {
              save(`${bundle}.html`, 'text/html', files.html);
            }}
          >
            {words.html}
          </Button>
          <Button
            onClick={() => {
              save(`${bundle}.json`, 'application/json', files.json);
            }}
          >
            {words.json}
          </Button>
        </div>
      )}
    </>
  );
}
