import { ErrorCircleRegular } from '@fluentui/react-icons';
import { type Trouble, words } from '../words/words.ts';
import { Notice } from './Notice.tsx';

/** What went wrong in the place of what was asked for, and a way to ask again. */
export function TroubleNotice({ trouble: { say, next }, again }: { trouble: Trouble; again: () => void }) {
  const action = { name: words.tryAgain, do: again };
  return <Notice isTrouble picture={<ErrorCircleRegular />} {...{ say, next, action }} />;
}
