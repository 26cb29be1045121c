import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { DisposalView, HoldView, RetentionView } from '../../bot/api/disposal.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useTab } from '../shell/tab-context.ts';
import { dayOf, momentOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';
import { kindNames } from '../words/words.ts';
import { retention as askRetention, holdBack } from './answers.ts';
import { Block } from './Block.tsx';
import { Disposing } from './Disposing.tsx';
import { DuePart } from './DuePart.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useWork } from './use-work.ts';
import { Ran } from './WorkBar.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  plain: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '480px' },
  start: { alignSelf: 'start' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const retention = dataWords.retention;

/** How long meetings are kept, what may go, what is kept back, and what is gone. */
export function RetentionPart() {
  const { ask } = useTab();
  const { asked, again } = useAnswer(useCallback((signal: AbortSignal) => askRetention(ask, signal), [ask]));
  // What is shown stays while it is asked for again, so that nothing typed in it is lost.
  const [shown, setShown] = useState<RetentionView | null>(null);
  if (asked.state === 'answered' && asked.value !== shown) setShown(asked.value);
  if (asked.state === 'failed' && shown === null) return <TroubleNotice trouble={asked.trouble} again={again} />;
  if (shown === null) return <ListSkeleton label={retention.loading} />;
  return <Shown view={shown} onChanged={again} />;
}

function Shown({ view, onChanged }: { view: RetentionView; onChanged: () => void }) {
  const styles = useStyles();
  return (
    <>
      <Block title={retention.title}>
        <ul className={styles.list}>
          {view.classes.map(({ kind, kept }) => (
            <li key={kind}>{retention.kept(kindNames[kind], kept)}</li>
          ))}
        </ul>
        <Text className={styles.quiet}>{retention.settings}</Text>
      </Block>
      <Block title={retention.due}>
        <Text>{retention.recycle}</Text>
        {view.schoolYears.length === 0 ? (
          <Text>{retention.empty}</Text>
        ) : (
          <DuePart schoolYears={view.schoolYears} onDisposed={onChanged} />
        )}
      </Block>
      {view.unfinished.length > 0 && <Unfinished disposals={view.unfinished} onDone={onChanged} />}
      <Holds held={view.heldBack} onChanged={onChanged} />
      <Certificates certificates={view.certificates} />
    </>
  );
}

function Unfinished({ disposals, onDone }: { disposals: readonly DisposalView[]; onDone: () => void }) {
  const styles = useStyles();
  return (
    <Block title={retention.unfinished}>
      <ul className={styles.plain}>
        {disposals.map(({ id, kind, schoolYear, count, by, at, reason }) => (
          <li key={id} className={styles.item}>
            <Text weight="semibold">{retention.set(kindNames[kind], schoolYear)}</Text>
            <Text className={styles.quiet}>{retention.heldBy(by, momentOf(at), reason)}</Text>
            <Disposing disposal={{ id, count, reason }} begins={false} onDone={onDone} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Holds({ held, onChanged }: { held: readonly HoldView[]; onChanged: () => void }) {
  const styles = useStyles();
  const { ask } = useTab();
  const work = useWork();
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const say = (wanted: string, keep: boolean) => {
    work.run(async () => {
      const answer = await holdBack(ask, { reference: wanted, keep, reason });
      if (!answer.ok) return answer.trouble;
      setReference('');
      setReason('');
      onChanged();
      return null;
    });
  };
  const busy = work.state === 'working';
  return (
    <Block title={retention.held}>
      {held.length === 0 && <Text>{retention.noneHeld}</Text>}
      <ul className={styles.plain} aria-label={retention.held}>
        {held.map((one) => (
          <li key={one.reference} className={styles.item}>
            <Text weight="semibold">{one.reference}</Text>
            <Text>{retention.heldBy(one.by, momentOf(one.at), one.reason)}</Text>
            <Button
              size="small"
              aria-label={retention.letGoOf(one.reference)}
              disabledFocusable={busy}
              onClick={() => {
                say(one.reference, false);
              }}
            >
              {retention.letGo}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        aria-label={retention.keepBack}
        onSubmit={(event) => {
          event.preventDefault();
          say(reference.trim().toUpperCase(), true);
        }}
      >
        <Field label={retention.reference} required>
          <Input
            value={reference}
            placeholder="TAC-1234ABCD"
            onChange={(_, { value }) => {
              setReference(value);
            }}
          />
        </Field>
        <ReasonField reason={reason} onReason={setReason} />
        <Ran work={work} />
        <Button type="submit" className={styles.start} disabledFocusable={busy}>
          {retention.keep}
        </Button>
      </form>
    </Block>
  );
}

function Certificates({ certificates }: { certificates: readonly DisposalView[] }) {
  const styles = useStyles();
  return (
    <Block title={retention.certificates}>
      {certificates.length === 0 && <Text>{retention.noCertificates}</Text>}
      <ul className={styles.plain} aria-label={retention.certificates}>
        {certificates.map(({ id, kind, schoolYear, count, left = 0, oldest, newest, hash, by, at, reason }) => (
          <li key={id} className={styles.item}>
            <Text weight="semibold">{retention.set(kindNames[kind], schoolYear)}</Text>
            <Text>
              {retention.certificate(count, left)}{' '}
              {oldest !== null && newest !== null && `${dayOf(oldest)} – ${dayOf(newest)}.`}
            </Text>
            <Text>{retention.heldBy(by, momentOf(at), reason)}</Text>
            <Text className={styles.quiet}>{retention.hash(hash)}</Text>
          </li>
        ))}
      </ul>
    </Block>
  );
}
