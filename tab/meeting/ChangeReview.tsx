import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Answered } from '../../bot/conversation/answered.ts';
import type { ChangeView, QuestionView } from '../../bot/views/change-view.ts';
import { Subheading } from '../components/Section.tsx';
import { dayOf, timeOf } from '../when.ts';
import { meetingWords } from '../words/meeting.ts';
import { ClauseList } from './ClauseList.tsx';

const useStyles = makeStyles({
  review: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  rows: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalM, margin: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  questions: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  button: { alignSelf: 'start' },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly review: ChangeView;
  readonly busy: boolean;
  /** The one button. */
  readonly onDo: (answered: Answered) => void;
  /** A start at which everybody is free, UTC. */
  readonly onInstead: (start: string) => void;
};

/** What a change leads to, what policy asks about it, and the one button that makes it. */
export function ChangeReview({ review, busy, onDo, onInstead }: Props) {
  const styles = useStyles();
  const [answered, setAnswered] = useState<Answered>({ ticked: [], checked: null });
  const [missing, setMissing] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const open = review.questions.some(({ asks, ways }) =>
    ways ? answered.checked === null : !answered.ticked.includes(asks),
  );
  return (
    <section className={styles.review} aria-label={review.title}>
      <Subheading ref={title}>{review.title}</Subheading>
      <dl className={styles.rows}>
        {review.rows.map(({ label, value }) => [
          <dt key={`${label} ${value}`} className={styles.label}>
            {label}
          </dt>,
          <dd key={value} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
      {review.refused ? (
        <Refusal review={review} />
      ) : (
        <>
          <Questions {...{ review, answered, missing: missing && open }} onAnswer={setAnswered} />
          {review.yes && (
            <div className={styles.part}>
              <Text weight="semibold">{meetingWords.whoMustSayYes}</Text>
              <Text>{review.yes.says}</Text>
              <ClauseList clauses={review.yes.clauses} packs={[]} />
            </div>
          )}
          {review.notes.map((note) => (
            <Text key={note}>{note}</Text>
          ))}
          {review.freeInstead.length > 0 && (
            <div className={styles.times}>
              <Text>{meetingWords.freeInstead}</Text>
              {review.freeInstead.map((start) => (
                <Button
                  key={start}
                  size="small"
                  onClick={() => {
                    onInstead(start);
                  }}
                >
                  {`${dayOf(start)}, ${timeOf(start)}`}
                </Button>
              ))}
            </div>
          )}
          <div className={styles.part}>
            <Text weight="semibold">{meetingWords.whoIsWritten}</Text>
            <Text>{review.writtenTo}</Text>
          </div>
          <Steps steps={review.steps} />
          <SetAside review={review} />
          <Button
            className={styles.button}
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => {
              setMissing(open);
              if (!open) onDo(answered);
            }}
          >
            {busy ? meetingWords.working : review.button}
          </Button>
        </>
      )}
    </section>
  );
}

/** What will happen, in its order. */
export function Steps({ steps }: { steps: readonly string[] }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <Text weight="semibold">{meetingWords.whatHappens}</Text>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

function Refusal({ review }: { review: ChangeView }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <Text weight="semibold">{meetingWords.policySaysNo}</Text>
      <ClauseList clauses={review.clauses} packs={[]} />
      {review.instead.length > 0 && (
        <>
          <Text weight="semibold">{meetingWords.allowed}</Text>
          <ul className={styles.list}>
            {review.instead.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function SetAside({ review }: { review: ChangeView }) {
  const styles = useStyles();
  return review.setAside.map(({ why, clauses }) => (
    <div key={`${why} ${clauses.map(({ id }) => id).join(' ')}`} className={styles.part}>
      <Text>{why}</Text>
      <ClauseList clauses={clauses} packs={[]} />
    </div>
  ));
}

type QuestionsProps = {
  readonly review: ChangeView;
  readonly answered: Answered;
  readonly missing: boolean;
  readonly onAnswer: (answered: Answered) => void;
};

function Questions({ review, answered, missing, onAnswer }: QuestionsProps) {
  const styles = useStyles();
  if (review.questions.length === 0) return null;
  const { ticked, checked } = answered;
  const tick = ({ asks }: QuestionView, on: boolean) => {
    onAnswer({ ticked: on ? [...ticked, asks] : ticked.filter((one) => one !== asks), checked });
  };
  return (
    <fieldset className={mergeClasses(styles.part, styles.questions)}>
      <legend className={styles.legend}>{meetingWords.answerFirst}</legend>
      {review.questions.map((question) => (
        <div key={question.asks} className={styles.part}>
          {question.ways ? (
            <Field label={question.says} {...(review.newGuests !== '' && { hint: review.newGuests })}>
              <RadioGroup
                value={checked ?? ''}
                onChange={(_, { value }) => {
                  const way = question.ways?.find((one) => one.way === value)?.way ?? null;
                  onAnswer({ ticked, checked: way });
                }}
              >
                {question.ways.map(({ way, says }) => (
                  <Radio key={way} value={way} label={says} />
                ))}
              </RadioGroup>
            </Field>
          ) : (
            <Checkbox
              label={question.says}
              checked={ticked.includes(question.asks)}
              onChange={(_, { checked: on }) => {
                tick(question, on === true);
              }}
            />
          )}
          <ClauseList clauses={question.clauses} packs={[]} />
        </div>
      ))}
      <div role="status">{missing && <Text>{meetingWords.answerMissing}</Text>}</div>
    </fieldset>
  );
}
