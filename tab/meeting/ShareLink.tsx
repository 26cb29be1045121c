import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CopyRegular, ShareRegular } from '@fluentui/react-icons';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { useCopying } from '../components/use-copying.ts';
import { addressOf } from '../shell/route.ts';
import { useTab } from '../shell/tab-context.ts';
import { meetingWords } from '../words/meeting.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  link: { overflowWrap: 'anywhere' },
});

/** A link to this meeting, for somebody who may read it: whoever may not learns nothing from it. */
export function ShareLink({ meeting: { kind, reference } }: { meeting: Pick<MeetingDetail, 'kind' | 'reference'> }) {
  const styles = useStyles();
  const { teams } = useTab();
  // A frame may not be allowed to copy: then the link is shown, to be copied by hand.
  const { copied, copy } = useCopying();
  const page = { address: addressOf({ page: 'meeting', reference }), label: meetingWords.sharedAs(kind, reference) };
  const link = teams.linkTo(page);
  const { share } = teams;
  return (
    <div className={styles.buttons}>
      {share && (
        <Button
          icon={<ShareRegular />}
          onClick={() => {
            share(page);
          }}
        >
          {meetingWords.share}
        </Button>
      )}
      {link !== null && (
        <Button icon={<CopyRegular />} onClick={() => void copy(link)}>
          {meetingWords.copyLink}
        </Button>
      )}
      <div role="status" className={styles.link}>
        {copied === 'yes' && <Text>{meetingWords.copied}</Text>}
        {copied === 'no' && <Text>{`${meetingWords.notCopied} ${link ?? ''}`}</Text>}
      </div>
    </div>
  );
}
