import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useCopying } from '../components/use-copying.ts';
import { installationWords } from '../words/installation.ts';

const useStyles = makeStyles({
  command: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  text: {
    boxSizing: 'border-box',
    width: '100%',
    margin: 0,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  beside: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A command as it is to be run, and a button that copies it. @param named what it is for, so that its button can be told from the others */
export function Command({ command, named }: { command: string; named: string }) {
  const styles = useStyles();
  const { copied, copy } = useCopying();
  return (
    <div className={styles.command}>
      <pre className={styles.text}>
        <code>{command}</code>
      </pre>
      <div className={styles.beside}>
        <Button
          size="small"
          icon={<CopyRegular />}
          aria-label={installationWords.copyNamed(named)}
          onClick={() => void copy(command)}
        >
          {installationWords.copy}
        </Button>
        <Text size={200} role="status">
          {copied === 'yes' && installationWords.copied}
          {copied === 'no' && installationWords.notCopied}
        </Text>
      </div>
    </div>
  );
}
