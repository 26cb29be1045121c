import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useAnswer } from '../asking/use-answer.ts';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { Notice } from '../components/Notice.tsx';
import { useRoom } from '../screen.ts';
import { useTab } from '../shell/tab-context.ts';
import { words } from '../words/words.ts';
import { type ApproverSays, authorise, meetingOf } from './answers.ts';
import { MeetingRecord } from './MeetingRecord.tsx';

const useStyles = makeStyles({
  beside: { width: '480px', height: '100vh', position: 'sticky', top: 0, boxShadow: tokens.shadow8 },
  over: { width: '480px', maxWidth: '100vw' },
  full: { width: '100vw', maxWidth: '100vw' },
  title: { ':focus': { outlineStyle: 'none' } },
  body: { paddingBottom: tokens.spacingVerticalXXL },
});

type PaneProps = {
  readonly reference: string;
  readonly onClose: () => void;
  /** The meeting is no longer as the list has it. */
  readonly onChanged: () => void;
};

/** One meeting: beside the register where there is room, over it where there is not, the whole page on a phone. */
export function MeetingPane({ reference, onClose, onChanged }: PaneProps) {
  const styles = useStyles();
  const room = useRoom();
  const { ask } = useTab();
  const { asked, again } = useAnswer(
    useCallback((signal: AbortSignal) => meetingOf(ask, reference, signal), [ask, reference]),
  );
  const say = async (said: ApproverSays) => {
    const answer = await authorise(ask, reference, said);
    if (!answer.ok) return answer.trouble;
    again();
    onChanged();
    return null;
  };
  const title = useRef<HTMLHeadingElement>(null);
  useFocusOnEach(reference, title);
  const size = { narrow: styles.full, medium: styles.over, wide: styles.beside }[room];
  return (
    <Drawer
      open
      {...(room === 'wide' ? { type: 'inline', role: 'complementary' } : { type: 'overlay' })}
      position="end"
      separator
      className={size}
      aria-labelledby="meeting-title"
      onOpenChange={onClose}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ id: 'meeting-title', ref: title, tabIndex: -1, className: styles.title }}
          action={<Button appearance="subtle" aria-label={words.close} icon={<DismissRegular />} onClick={onClose} />}
        >
          {asked.state === 'answered' ? (asked.value.child ?? asked.value.kind) : reference}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body} tabIndex={0}>
        {asked.state === 'loading' && <ListSkeleton label={words.meeting.loading} />}
        {asked.state === 'failed' && (
          <Notice
            isTrouble
            picture={<ErrorCircleRegular />}
            {...asked.trouble}
            action={{ name: words.tryAgain, do: again }}
          />
        )}
        {asked.state === 'answered' && <MeetingRecord meeting={asked.value} onAuthorise={say} />}
      </DrawerBody>
    </Drawer>
  );
}

/** Takes the focus to the title whenever another meeting is opened, so that it is read out, and back to the list at the end. */
function useFocusOnEach(reference: string, title: RefObject<HTMLElement | null>): void {
  const openedFrom = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another meeting is the reason to take the focus again
  useEffect(() => {
    openedFrom.current = document.activeElement;
    title.current?.focus();
  }, [reference, title]);
  useEffect(
    () => () => {
      if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
    },
    [],
  );
}
