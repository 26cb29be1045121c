import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Today, TodayPart } from '../../bot/today/parts.ts';
import { todayWords } from '../words/today.ts';

const useStyles = makeStyles({
  // For ears alone: what changed can be seen where it stands.
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Says aloud what has changed since the page was last looked at, when whoever reads pauses. */
export function Changes({ today }: { today: Today }) {
  const styles = useStyles();
  const before = useRef<ReadonlyMap<string, string> | null>(null);
  const [says, setSays] = useState('');
  useEffect(() => {
    const now = new Map(today.parts.map((part) => [part.part, inShort(part)]));
    const changed = [...now].filter(([part, short]) => before.current && before.current.get(part) !== short);
    if (changed.length > 0) setSays(todayWords.changed(changed.map(([, short]) => short).join(' ')));
    before.current = now;
  }, [today]);
  return (
    <div className={styles.heard} role="status">
      {says}
    </div>
  );
}

function inShort(part: TodayPart): string {
  if (part.state === 'unknown') return part.why;
  const { waiting, leaders, mine, checks } = todayWords;
  switch (part.part) {
    case 'safeguarding':
      return part.today.says;
    case 'waiting':
      return part.waiting.count === 0 ? waiting.none : waiting.count(part.waiting);
    case 'leaders':
      return `${leaders.review(part.review)}, ${leaders.afterwards(part.afterwards)}.`;
    case 'mine':
      return mine.lacking(part.meetings.filter(({ missing }) => missing.length > 0).length);
    case 'ict':
    case 'data protection':
      return checks.wrong(part.checks.filter(({ is }) => is === 'wrong').length);
  }
}
