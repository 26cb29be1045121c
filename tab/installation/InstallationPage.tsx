import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { Examination, State } from '../../bot/doctor/line.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { LookAgain } from '../components/LookAgain.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { HeadingLevel, Section } from '../components/Section.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useTab } from '../shell/tab-context.ts';
import { momentOf } from '../when.ts';
import { installationWords as said } from '../words/installation.ts';
import { ExaminationShape } from './answers.ts';
import { Command } from './Command.tsx';
import { LineList } from './LineList.tsx';

const useStyles = makeStyles({
  headline: { margin: 0 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalM },
  terminal: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** How the school's Microsoft 365 is set up for Chaperone: what is wrong first, with what mends it. */
export function InstallationPage() {
  const { ask } = useTab();
  const { asked, again } = useAnswer(
    useCallback((signal: AbortSignal) => ask.get('/api/doctor', ExaminationShape, signal), [ask]),
  );
  const examination = asked.state === 'answered' ? asked.value : null;
  return (
    <PageFrame
      title={said.title}
      under={<span role="status">{examination && said.lookedAt(momentOf(examination.at))}</span>}
      tools={<LookAgain live={{ again, isAskedAgain: asked.state === 'loading' }} />}
    >
      {asked.state === 'loading' && <ListSkeleton label={said.loading} />}
      {asked.state === 'failed' && <TroubleNotice trouble={asked.trouble} again={again} />}
      {examination && <Found examination={examination} />}
    </PageFrame>
  );
}

function Found({ examination: { lines } }: { examination: Examination }) {
  const styles = useStyles();
  const of = (state: State) => lines.filter((line) => line.state === state);
  return (
    <HeadingLevel value={2}>
      <Subtitle2 as="h2" className={styles.headline}>
        {said.headline(of('wrong').length, of('cannot be read').length)}
      </Subtitle2>
      {(['wrong', 'cannot be read'] as const).map(
        (state) =>
          of(state).length > 0 && (
            <Section key={state} title={said.parts[state]}>
              <LineList lines={of(state)} label={said.parts[state]} />
            </Section>
          ),
      )}
      {(['look by hand', 'fine'] as const).map(
        (state) =>
          of(state).length > 0 && (
            <details key={state}>
              <summary className={styles.summary}>{said.folded[state](of(state).length)}</summary>
              <LineList lines={of(state)} label={said.parts[state]} />
            </details>
          ),
      )}
      <div className={styles.terminal}>
        <Text>{said.terminal}</Text>
        <Command command="npm run doctor" named={said.title} />
      </div>
    </HeadingLevel>
  );
}
