import { makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { memo, useEffect, useId, useRef } from 'react';
import type { ClauseView, DeedView, PackView } from '../../bot/views/policy.ts';
import { addressOf } from '../shell/route.ts';
import { dateOf, monthOf } from '../when.ts';
import { deedNames, policyWords } from '../words/policy.ts';
import { kindNames } from '../words/words.ts';
import { Waivers } from './Waivers.tsx';

const useStyles = makeStyles({
  pack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  overdue: { fontWeight: tokens.fontWeightSemibold },
  clauses: { listStyleType: 'none', margin: 0, padding: 0 },
  clause: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7em, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  linked: {
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
  },
  number: { color: tokens.colorBrandForegroundLink, fontVariantNumeric: 'tabular-nums' },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  says: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  deeds: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  deed: {
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalM,
  },
  line: { margin: 0, overflowWrap: 'anywhere' },
  settings: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** A pack, its date and its clauses. */
export const PackSection = memo(({ pack, linked }: { pack: PackView; linked: string | null }) => {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.pack} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {pack.title}
      </Subtitle1>
      <Text className={styles.quiet}>{policyWords.pack(monthOf(pack.version), dateOf(pack.reviewDue))}</Text>
      {pack.isOverdue && <Text className={styles.overdue}>{policyWords.overdue}</Text>}
      <ul className={styles.clauses} aria-label={policyWords.clauses(pack.title)}>
        {pack.clauses.map((clause) => (
          <Clause key={clause.id} clause={clause} isLinked={clause.id === linked} />
        ))}
      </ul>
    </section>
  );
});
PackSection.displayName = 'PackSection';

function Clause({ clause, isLinked }: { clause: ClauseView; isLinked: boolean }) {
  const styles = useStyles();
  const place = useRef<HTMLLIElement>(null);
  // Whoever followed a link to it starts reading here.
  useEffect(() => {
    if (isLinked) place.current?.focus();
  }, [isLinked]);
  return (
    <li
      ref={place}
      className={mergeClasses(styles.clause, isLinked && styles.linked)}
      {...(isLinked && { tabIndex: -1, 'aria-current': true })}
    >
      <a
        className={styles.number}
        href={`#/${addressOf({ page: 'policy', clause: clause.id })}`}
        aria-label={policyWords.linkTo(clause.id)}
      >
        {clause.id}
      </a>
      <div className={styles.body}>
        <p className={styles.says}>{clause.says}</p>
        <ul className={styles.deeds}>
          {clause.deeds.map((deed) => (
            <Does key={`${deed.does} ${deed.how} ${deed.says}`} deed={deed} />
          ))}
        </ul>
        {clause.deeds.length === 0 && <p className={styles.line}>{policyWords.nowhere}</p>}
      </div>
    </li>
  );
}

const everyKind = Object.keys(kindNames).length;

function Does({ deed }: { deed: DeedView }) {
  const styles = useStyles();
  const kinds = deed.kinds.map((kind) => kindNames[kind]);
  return (
    <li className={styles.deed}>
      <p className={mergeClasses(styles.line, styles.quiet)}>
        {deed.how === '' ? deedNames[deed.does] : `${deedNames[deed.does]}: ${deed.how}`}
      </p>
      <p className={styles.line}>{deed.says}</p>
      {deed.sets.length > 0 && (
        <ul className={styles.settings}>
          {deed.sets.map(({ name, says, stricterIn }) => (
            <li key={name}>
              {name}: {says}
              {stricterIn !== null && `. ${policyWords.stricterIn(stricterIn)}`}
            </li>
          ))}
        </ul>
      )}
      {kinds.length < everyKind && (
        <p className={mergeClasses(styles.line, styles.quiet)}>{policyWords.only(kinds.join(', '))}</p>
      )}
      {deed.saidBy !== null && <p className={styles.line}>{policyWords.saidBy(deed.saidBy)}</p>}
      <Waivers waivers={deed.waivers} />
    </li>
  );
}
