import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RequestView } from '../../bot/authorising/request-view.ts';
import { addressOf } from '../shell/route.ts';
import { authoriseWords } from '../words/authorise.ts';

const { facts: said } = authoriseWords;

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, listStyleType: 'disc', paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
  link: {
    alignSelf: 'start',
    color: tokens.colorNeutralForeground1,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.strokeWidthThick,
    },
  },
});

/** What the approver's card in chat shows, in the same words. */
export function RequestFacts({ request }: { request: RequestView }) {
  const styles = useStyles();
  const { facts, guests, confirmed, setAside, clauses, besides, calendars, cover, afterYes, progress } = request;
  return (
    <>
      <Lines title={said.said} lines={progress} />
      <dl className={styles.facts} aria-label={said.about}>
        {facts.map(({ label, value }) => (
          <Pair key={label} label={label} value={value} />
        ))}
      </dl>
      <Lines title={said.guests} lines={guests.length === 0 ? [said.noGuests] : guests.map(said.guest)} />
      <Lines title={said.calendars} lines={[calendars]} />
      <Lines title={said.confirmed} lines={confirmed} />
      <Lines title={said.setAside} lines={setAside} />
      <Lines title={said.clauses} lines={clauses.map(({ id, says }) => `${id} ${says}`)} />
      {besides.length > 0 && (
        <details>
          <summary className={styles.summary}>{said.besides}</summary>
          <ul className={styles.list}>
            {besides.map(({ says }) => (
              <li key={says}>
                <Text>{says}</Text>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Lines title={said.cover} lines={cover} />
      <Lines title={said.afterYes} lines={afterYes} />
      <a className={styles.link} href={`#/${addressOf({ page: 'meeting', reference: request.reference })}`}>
        {said.record}
      </a>
    </>
  );
}

function Pair({ label, value }: { label: string; value: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <div className={styles.part}>
      <h4 className={styles.title}>{title}</h4>
      {lines.length === 1 ? (
        <Text>{lines[0]}</Text>
      ) : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={line}>
              <Text>{line}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
