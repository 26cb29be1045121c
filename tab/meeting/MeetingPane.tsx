import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular, OpenRegular } from '@fluentui/react-icons';
import { type RefObject, useEffect, useRef } from 'react';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { TroubleNotice } from '../components/TroubleNotice.tsx';
import { useRoom } from '../screen.ts';
import { useTab } from '../shell/tab-context.ts';
import { meetingWords } from '../words/meeting.ts';
import { words } from '../words/words.ts';
import { MeetingRecord } from './MeetingRecord.tsx';
import { useMeeting } from './use-meeting.ts';

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
  const { route, go } = useTab();
  const on = useMeeting(reference);
  const { asked, again, meeting } = on;
  const follow = (other: string) => {
    go(route.page === 'register' ? { ...route, open: other } : { page: 'meeting', reference: other });
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
          action={
            <>
              <Button
                appearance="subtle"
                aria-label={meetingWords.fullPage}
                title={meetingWords.fullPage}
                icon={<OpenRegular />}
                onClick={() => {
                  go({ page: 'meeting', reference });
                }}
              />
              <Button appearance="subtle" aria-label={words.close} icon={<DismissRegular />} onClick={onClose} />
            </>
          }
        >
          {meeting ? (meeting.child ?? meeting.kind) : reference}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body} tabIndex={0}>
        {asked.state === 'loading' && meeting === null && <ListSkeleton label={words.meeting.loading} />}
        {asked.state === 'failed' && meeting === null && <TroubleNotice trouble={asked.trouble} again={again} />}
        <MeetingRecord key={reference} on={on} onFollow={follow} onChanged={onChanged} />
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
