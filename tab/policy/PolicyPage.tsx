import { Text } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { PolicyView } from '../../bot/views/policy.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useTab } from '../shell/tab-context.ts';
import { policyWords } from '../words/policy.ts';
import { PolicyShape } from './answers.ts';
import { type Finding, findIn, nothingSought } from './find-in.ts';
import { PackSection } from './PackSection.tsx';
import { PolicyFilters } from './PolicyFilters.tsx';
import { SchoolSettings } from './SchoolSettings.tsx';

/** What the school follows, in its packs' own order, and what each clause comes to here. For everybody of the school. */
export function PolicyPage() {
  const { ask } = useTab();
  const { asked, again } = useAnswer(
    useCallback((signal: AbortSignal) => ask.get('/api/policy', PolicyShape, signal), [ask]),
  );
  return (
    <PageFrame title={policyWords.title} under={policyWords.subtitle}>
      {asked.state === 'loading' && <ListSkeleton label={policyWords.loading} />}
      {asked.state === 'failed' && <TroubleNotice trouble={asked.trouble} again={again} />}
      {asked.state === 'answered' && <Policy policy={asked.value} />}
    </PageFrame>
  );
}

function Policy({ policy }: { policy: PolicyView }) {
  const { route } = useTab();
  const linked = route.page === 'policy' ? route.clause : null;
  const [sought, setSought] = useState<Finding>(nothingSought);
  // Typing goes on while the clauses are still being looked through.
  const finding = useDeferredValue(sought);
  const found = useMemo(() => findIn(policy.packs, finding), [policy, finding]);
  const all = policy.packs.reduce((so, { clauses }) => so + clauses.length, 0);
  const shown = found.reduce((so, { clauses }) => so + clauses.length, 0);
  const isThere = linked === null || policy.packs.some(({ clauses }) => clauses.some(({ id }) => id === linked));
  const clear = () => {
    setSought(nothingSought);
  };
  return (
    <>
      {!isThere && <Text role="status">{policyWords.noSuch(linked)}</Text>}
      <SchoolSettings school={policy.school} />
      <PolicyFilters sought={sought} onChange={setSought} />
      <Text role="status">{policyWords.shown(shown, all)}</Text>
      {shown === 0 && (
        <Notice picture={<SearchRegular />} {...policyWords.nothing} action={{ name: policyWords.clear, do: clear }} />
      )}
      {found.map((pack) => (
        <PackSection key={pack.id} pack={pack} linked={linked} />
      ))}
    </>
  );
}
