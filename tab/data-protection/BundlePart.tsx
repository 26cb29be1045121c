import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { BundledMeeting } from '../../bot/data-protection/bundle.ts';
import type { FoundPerson } from '../../bot/data-protection/people-search.ts';
import { useTab } from '../shell/tab-context.ts';
import { dayOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';
import { beginBundle, bundleParts } from './answers.ts';
import { Block } from './Block.tsx';
import { Deciding } from './Deciding.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useWork } from './use-work.ts';
import { WorkBar } from './WorkBar.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, alignItems: 'start' },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '320px', overflowY: 'auto', alignSelf: 'stretch' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  reason: { alignSelf: 'stretch', maxWidth: '480px' },
});

const words = dataWords.bundle;
const most = 200;
const atOnce = 5;

type Props = { readonly person: FoundPerson; readonly reason: string; readonly onBack: () => void };

type Reading = {
  readonly bundle: string;
  readonly references: readonly string[];
  readonly read: number;
  readonly meetings: readonly BundledMeeting[];
  readonly unreadable: readonly string[];
  readonly others: readonly string[];
};

/** What is held about one person in the meetings that were chosen: read a few at a time, then decided about. */
export function BundlePart({ person, reason: given, onBack }: Props) {
  const styles = useStyles();
  const { ask } = useTab();
  const heading = useRef<HTMLHeadingElement>(null);
  const work = useWork();
  const [reason, setReason] = useState(given);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(person.meetings.slice(0, most).map(({ reference }) => reference)),
  );
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const { subject } = person;

  const goOn = (from: Reading | null) => {
    work.run(async (isStopped) => {
      let now = from;
      if (now === null) {
        const references = person.meetings.map(({ reference }) => reference).filter((one) => ticked.has(one));
        const begun = await beginBundle(ask, { subject, references, reason });
        if (!begun.ok) return begun.trouble;
        now = { bundle: begun.value.bundle, references, read: 0, meetings: [], unreadable: [], others: [] };
        setReading(now);
      }
      while (now.read < now.references.length && !isStopped()) {
        const references = now.references.slice(now.read, now.read + atOnce);
        const answer = await bundleParts(ask, { bundle: now.bundle, subject, references });
        if (!answer.ok) return answer.trouble;
        const { meetings, unreadable, others } = answer.value;
        now = {
          ...now,
          read: now.read + references.length,
          meetings: [...now.meetings, ...meetings],
          unreadable: [...now.unreadable, ...unreadable],
          others: [...now.others, ...others],
        };
        setReading(now);
      }
      return null;
    });
  };

  return (
    <Block title={words.title(person.name)} heading={heading}>
      <div className={styles.part}>
        <Button onClick={onBack}>{words.back}</Button>
        {reading === null ? (
          <>
            <Choosing person={person} ticked={ticked} onTicked={setTicked} />
            <div className={styles.reason}>
              <ReasonField reason={reason} onReason={setReason} />
            </div>
            <WorkBar
              work={work}
              says=""
              done={0}
              of={0}
              onGoOn={() => {
                goOn(null);
              }}
            />
            <Button
              appearance="primary"
              disabledFocusable={ticked.size === 0 || ticked.size > most || work.state === 'working'}
              onClick={() => {
                goOn(null);
              }}
            >
              {words.begin}
            </Button>
          </>
        ) : (
          <>
            <WorkBar
              work={work}
              says={words.progress(reading.read, reading.references.length)}
              done={reading.read}
              of={reading.references.length}
              onGoOn={() => {
                goOn(reading);
              }}
            />
            {reading.unreadable.length > 0 && <Text>{words.unreadable(reading.unreadable)}</Text>}
            {reading.others.length > 0 && <Text>{words.others(reading.others)}</Text>}
          </>
        )}
      </div>
      {reading !== null && reading.meetings.length > 0 && (
        <Deciding
          bundle={reading.bundle}
          about={person.name}
          meetings={reading.meetings}
          isRead={reading.read === reading.references.length}
        />
      )}
    </Block>
  );
}

type ChoosingProps = {
  readonly person: FoundPerson;
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
};

function Choosing({ person, ticked, onTicked }: ChoosingProps) {
  const styles = useStyles();
  const all = person.meetings.map(({ reference }) => reference);
  const tick = (reference: string, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) next.add(reference);
    else next.delete(reference);
    onTicked(next);
  };
  return (
    <>
      <Text weight="semibold">{words.which}</Text>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            onTicked(new Set(all.slice(0, most)));
          }}
        >
          {words.all}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onTicked(new Set());
          }}
        >
          {words.none}
        </Button>
      </div>
      {all.length > most && <Text>{words.most}</Text>}
      <ul className={styles.list} aria-label={words.which}>
        {person.meetings.map(({ reference, at }) => (
          <li key={reference}>
            <Checkbox
              label={`${reference}, ${dayOf(at)}`}
              checked={ticked.has(reference)}
              onChange={(_, { checked }) => {
                tick(reference, checked === true);
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
