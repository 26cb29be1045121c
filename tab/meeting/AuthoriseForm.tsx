import { useState } from 'react';
import type { CanAuthorise } from '../../bot/authorising/authorisation-view.ts';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import type { Say } from '../authorise/answers.ts';
import { Decide } from '../authorise/Decide.tsx';
import { useTab } from '../shell/tab-context.ts';
import type { Trouble } from '../words/words.ts';
import { authorise, theirsIn } from './answers.ts';

type FormProps = {
  readonly reference: string;
  readonly can: Extract<CanAuthorise, { may: true }>;
  readonly onShow: (meeting: MeetingDetail) => void;
};

/** An approver's answer on the meeting's own page. What has changed since is shown, and what was typed about it stays. */
export function AuthoriseForm({ reference, can: { seen, canAsk }, onShow }: FormProps) {
  const { ask } = useTab();
  const [saying, setSaying] = useState<'ask' | 'no' | null>(null);
  const [lines, setLines] = useState({ ask: '', no: '' });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const say = (what: 'ask' | 'no' | null) => {
    setSaying(what);
    setTrouble(null);
    if (what === null) setLines({ ask: '', no: '' });
  };
  const answerWith = async (said: Say) => {
    setBusy(true);
    const answer = await authorise(ask, reference, { ...said, seen });
    setBusy(false);
    if (answer.ok) say(null);
    else setTrouble(answer.trouble);
    const now = answer.ok ? answer.value : theirsIn(answer);
    if (now !== null) onShow(now);
    return answer.ok;
  };
  return (
    <Decide
      key={saying ?? 'choices'}
      {...{ canAsk, busy, saying }}
      line={saying === null ? '' : lines[saying]}
      onLine={(line) => {
        if (saying !== null) setLines({ ...lines, [saying]: line });
      }}
      wrong={trouble && `${trouble.say} ${trouble.next}`}
      onSaying={say}
      onSay={answerWith}
    />
  );
}
