import { Field, makeStyles, Radio, RadioGroup, Text, Textarea, tokens } from '@fluentui/react-components';
import type { BundledMeeting, Piece } from '../../bot/data-protection/bundle.ts';
import { fullDayOf, momentOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';
import { type Decisions, pieceId } from './decisions.ts';

const useStyles = makeStyles({
  title: { margin: 0 },
  meeting: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    marginBottom: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
  },
  lines: { margin: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  says: { margin: `0 0 ${tokens.spacingVerticalXS}` },
  third: { textDecorationLine: 'underline', textDecorationStyle: 'dotted' },
  out: { fontStyle: 'italic' },
});

const words = dataWords.bundle;

type MeetingProps = {
  readonly meeting: BundledMeeting;
  readonly decisions: Decisions;
  readonly onDecisions: (change: (before: Decisions) => Decisions) => void;
};

/** What the register holds of one meeting, to be read and cut, and whether it goes in. */
export function DecideMeeting({ meeting, decisions, onDecisions }: MeetingProps) {
  const styles = useStyles();
  const { reference, title, start, parts } = meeting;
  const edit = (id: string, text: string) => {
    onDecisions((before) => ({ ...before, texts: { ...before.texts, [id]: text } }));
  };
  return (
    <section className={styles.meeting} aria-label={reference}>
      <Text as="h4" weight="semibold" className={styles.title}>
        {title}, {fullDayOf(start)} ({reference})
      </Text>
      {parts.map((part, partIndex) => (
        <details key={part.title} open={partIndex < 2}>
          <summary>{part.title}</summary>
          <dl className={styles.lines}>
            {part.pieces.map((piece, index) => {
              const id = pieceId(reference, partIndex, index);
              return (
                <div key={id}>
                  <dt className={styles.label}>{piece.label}</dt>
                  <dd className={styles.says}>
                    {piece.isFree ? (
                      <FreeText
                        piece={piece}
                        text={decisions.texts[id]}
                        onText={(text) => {
                          edit(id, text);
                        }}
                      />
                    ) : (
                      <Says piece={piece} meeting={meeting} decisions={decisions} />
                    )}
                    {piece.at !== undefined && ` (${momentOf(piece.at)})`}
                  </dd>
                </div>
              );
            })}
          </dl>
        </details>
      ))}
      <Field label={words.harm}>
        <RadioGroup
          value={decisions.meetings[reference] ?? ''}
          onChange={(_, { value }) => {
            onDecisions((before) => ({
              ...before,
              meetings: { ...before.meetings, [reference]: value === 'goes in' ? 'goes in' : 'left out' },
            }));
          }}
        >
          <Radio value="goes in" label={words.goesIn} />
          <Radio value="left out" label={words.leftOut} />
        </RadioGroup>
      </Field>
    </section>
  );
}

/** Others are underlined; whoever is taken out stands as they will in the bundle. */
function Says({ piece, meeting, decisions }: { piece: Piece; meeting: BundledMeeting; decisions: Decisions }) {
  const styles = useStyles();
  return piece.says.map((one, index) => {
    if (typeof one === 'string') return one;
    const isSubject = meeting.named.some(({ key, isSubject: is }) => is && key === one.key);
    const isOut = !isSubject && decisions.people[one.key] === 'take out';
    const style = isOut ? styles.out : isSubject ? undefined : styles.third;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line never move
      <span key={index} className={style}>
        {isOut ? words.name : one.text}
      </span>
    );
  });
}

function FreeText({ piece, text, onText }: { piece: Piece; text: string | undefined; onText: (text: string) => void }) {
  const was = piece.says.map((one) => (typeof one === 'string' ? one : one.text)).join('');
  return (
    <Field hint={words.free}>
      <Textarea
        aria-label={piece.label}
        resize="vertical"
        value={text ?? was}
        onChange={(_, { value }) => {
          onText(value);
        }}
      />
    </Field>
  );
}
