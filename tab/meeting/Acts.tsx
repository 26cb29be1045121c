import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import type { Ability } from '../../bot/views/rights.ts';
import { Section, Subheading } from '../components/Section.tsx';
import { type Act, meetingWords } from '../words/meeting.ts';
import { CancelAct } from './CancelAct.tsx';
import { ChangeAct } from './ChangeAct.tsx';
import { ConcernAct } from './ConcernAct.tsx';
import { HeldAct } from './HeldAct.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  open: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  why: { marginTop: tokens.spacingVerticalXS, marginBottom: 0, paddingLeft: tokens.spacingHorizontalXL },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export type ActProps = {
  readonly meeting: MeetingDetail;
  /** The meeting is otherwise than it was shown. */
  readonly onShow: (meeting: MeetingDetail) => void;
  /** It is done. `reference`: what is to be followed from now on. */
  readonly onDone: (reference: string) => void;
  readonly onClose: () => void;
};

/** Everything this reader may do about the meeting, one act at a time; and why not the rest. */
export function Acts(props: Omit<ActProps, 'onClose'>) {
  const styles = useStyles();
  const { meeting } = props;
  const [open, setOpen] = useState<Act | null>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const abilities: readonly (readonly [Act, Ability])[] = [
    // The compiler knows what the keys are; `Object.entries` forgets it.
    ...(Object.entries(meeting.can.change) as [Act, Ability][]),
    ['say held', meeting.can.sayHeld],
    ['raise concern', meeting.can.raiseConcern],
  ];
  const may = abilities.flatMap(([act, ability]) => (ability.may ? [act] : []));
  const close = () => {
    setOpen(null);
    // Back to where it was opened from.
    buttons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  };
  return (
    <Section title={meetingWords.whatYouCanDo}>
      {may.length === 0 && <Text className={styles.quiet}>{meetingWords.noActs}</Text>}
      <div ref={buttons} className={styles.buttons}>
        {may.map((act) => (
          <Button
            key={act}
            aria-expanded={open === act}
            onClick={() => {
              setOpen(open === act ? null : act);
            }}
          >
            {meetingWords.acts[act]}
          </Button>
        ))}
      </div>
      {open !== null && may.includes(open) && <OpenAct key={open} act={open} {...props} onClose={close} />}
      <NotOpen abilities={abilities} />
    </Section>
  );
}

function OpenAct({ act, ...props }: ActProps & { readonly act: Act }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <section className={styles.open} aria-label={meetingWords.acts[act]}>
      <Subheading ref={title}>{meetingWords.acts[act]}</Subheading>
      {act === 'cancel' && <CancelAct {...props} />}
      {act === 'say held' && <HeldAct {...props} />}
      {act === 'raise concern' && <ConcernAct {...props} />}
      {act !== 'cancel' && act !== 'say held' && act !== 'raise concern' && <ChangeAct to={act} {...props} />}
    </section>
  );
}

/** Acts with the same reason stand in one line. */
function NotOpen({ abilities }: { abilities: readonly (readonly [Act, Ability])[] }) {
  const styles = useStyles();
  const reasons = new Map<string, string[]>();
  for (const [act, ability] of abilities)
    if (!ability.may) reasons.set(ability.why, [...(reasons.get(ability.why) ?? []), meetingWords.acts[act]]);
  if (reasons.size === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{meetingWords.notOpen}</summary>
      <ul className={styles.why}>
        {[...reasons].map(([why, acts]) => (
          <li key={why}>
            <Caption1>{`${acts.join(', ')}: ${why}`}</Caption1>
          </li>
        ))}
      </ul>
    </details>
  );
}
