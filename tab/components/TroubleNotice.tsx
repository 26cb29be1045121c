import { ErrorCircleRegular } from '@fluentui/react-icons';
import { type Trouble, words } from '../words/words.ts';
import { Notice } from './Notice.tsx';

/** What went wrong in the place of what was asked for, and a way to ask again: who asks for it does so by itself when it is known when. */
export function TroubleNotice({ trouble: { say, ...trouble }, again }: { trouble: Trouble; again: () => void }) {
  const next = trouble.againIn === undefined ? trouble.next : words.asksAgain;
  const action = { name: words.tryAgain, do: again };
  return <Notice isTrouble picture={<ErrorCircleRegular />} {...{ say, next, action }} />;
}
