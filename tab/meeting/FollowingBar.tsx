import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { meetingWords } from '../words/meeting.ts';
import type { Following } from './use-meeting.ts';

type Props = { readonly meeting: MeetingDetail; readonly following: Following; readonly onLook: () => void };

/** What is being done about the meeting just now, and, once it is done, what the log says of it last. */
export function FollowingBar({ meeting, following, onLook }: Props) {
  const last = meeting.log.at(-1);
  return (
    <div role="status">
      {following === 'under way' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{`${meeting.underWay ?? ''} ${meetingWords.underWay}`}</MessageBarBody>
        </MessageBar>
      )}
      {(following === 'long' || following === 'not seen') && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {following === 'long' ? `${meeting.underWay ?? ''} ${meetingWords.long}` : meetingWords.notSeen}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onLook}>{meetingWords.lookAgain}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {following === 'settled' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {`${meetingWords.settled} ${last === undefined ? '' : meetingWords.last(last.says, last.detail)}`}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
