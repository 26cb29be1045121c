import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { PolicyView } from '../../bot/views/policy.ts';
import { dateOf, languageOf } from '../when.ts';
import { policyWords } from '../words/policy.ts';
import { Waivers } from './Waivers.tsx';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  spans: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Terms, hours, who may arrange, the assessment, and what is waived. */
export function SchoolSettings({ school }: { school: PolicyView['school'] }) {
  const styles = useStyles();
  const id = useId();
  const w = policyWords;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {w.ofSchool}
      </Subtitle1>
      <dl className={styles.list}>
        <Setting name={w.terms}>
          <ul className={styles.spans}>
            {school.terms.map(({ from, to }) => (
              <li key={from}>{w.span(dateOf(from), dateOf(to))}</li>
            ))}
          </ul>
        </Setting>
        <Setting name={w.holidays}>
          {school.holidays.length === 0 ? w.noHolidays : school.holidays.map(dateOf).join(', ')}
        </Setting>
        <Setting name={w.hours}>{w.hoursSpan(school.hours.from, school.hours.to)}</Setting>
        <Setting name={w.organisers}>{w.mayOrganise[school.organisers]}</Setting>
        <Setting name={w.assessment}>
          {school.assessment === null
            ? w.noAssessment
            : w.assessed(school.assessment.reference, dateOf(school.assessment.reviewDue))}
          {school.assessment?.isOverdue && <strong> {w.overdue}</strong>}
        </Setting>
        <Setting name={w.languages}>{school.languages.map(languageOf).join(', ')}</Setting>
        <Setting name={w.waivers}>
          {school.waivers.length === 0 && w.noWaivers}
          {school.waivers.map((waiver) => (
            <div key={`${waiver.rule} ${waiver.until}`}>
              {waiver.rule}
              <Waivers waivers={[waiver]} />
            </div>
          ))}
        </Setting>
      </dl>
    </section>
  );
}

function Setting({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
