import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { useTab } from '../shell/tab-context.ts';
import { meetingOf } from './answers.ts';

/** How the page stands to what is being done about its meeting. `settled`: it was followed until nobody worked on it any more; `not seen`: something was done, and what came of it could not be asked. */
export type Following = 'nothing' | 'not seen' | 'under way' | 'long' | 'settled';

const every = 2_000;
// Most changes are made within ten seconds; a step at Microsoft that is repeated may take a minute.
const most = 45;

/**
 * A meeting as it stands, looked at again while somebody works on it, a bounded number of times.
 * What is on the screen stays there meanwhile: nobody loses their place, or what they have typed.
 */
export function useMeeting(reference: string) {
  const { ask } = useTab();
  const { asked, again } = useAnswer(
    useCallback((signal: AbortSignal) => meetingOf(ask, reference, signal), [ask, reference]),
  );
  const [newer, setNewer] = useState<MeetingDetail | null>(null);
  const [looks, setLooks] = useState(0);
  const [isNotSeen, setIsNotSeen] = useState(false);
  const followed = useRef(false);
  const first = asked.state === 'answered' ? asked.value : null;
  const meeting = newer?.reference === reference ? newer : first;
  const isUnderWay = meeting?.underWay !== undefined;

  useEffect(() => {
    if (!isUnderWay || looks >= most) return;
    followed.current = true;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      void meetingOf(ask, reference, leaving.signal).then((answer) => {
        if (leaving.signal.aborted) return;
        if (answer.ok) setNewer(answer.value);
        // Also when it could not be asked: the next look may find it.
        setLooks((count) => count + 1);
      });
    }, every);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [ask, reference, isUnderWay, looks]);

  /** What an act answered, or what somebody else made of it meanwhile. */
  const show = useCallback((detail: MeetingDetail) => {
    setLooks(0);
    setIsNotSeen(false);
    setNewer(detail);
  }, []);
  /** Asks again at once, because something was done. */
  const look = useCallback(async () => {
    const answer = await meetingOf(ask, reference, new AbortController().signal);
    if (answer.ok) show(answer.value);
    else setIsNotSeen(true);
  }, [ask, reference, show]);
  const following = isNotSeen ? 'not seen' : followingOf(isUnderWay, looks, followed.current);
  return { asked, again, meeting, following, show, look };
}

function followingOf(isUnderWay: boolean, looks: number, wasFollowed: boolean): Following {
  if (isUnderWay) return looks >= most ? 'long' : 'under way';
  return wasFollowed ? 'settled' : 'nothing';
}

export type MeetingOnPage = ReturnType<typeof useMeeting>;
