import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { LiveAnswer } from '../asking/use-live-answer.ts';
import { words } from '../words/words.ts';

/** For whoever will not wait for the minute; says that it looks, which may take ten seconds when Microsoft 365 is slow. */
export function LookAgain({
  live: { again, isAskedAgain },
}: {
  live: Pick<LiveAnswer<unknown>, 'again' | 'isAskedAgain'>;
}) {
  return (
    <Button appearance="subtle" icon={<ArrowClockwiseRegular />} disabledFocusable={isAskedAgain} onClick={again}>
      {isAskedAgain ? words.lookingAgain : words.lookAgain}
    </Button>
  );
}
