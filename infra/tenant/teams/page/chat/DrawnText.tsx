import { makeStyles, tokens } from '@fluentui/react-components';
import { followInstead } from '../follow-instead.ts';

const useStyles = makeStyles({
  text: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '& p': { margin: 0 },
    '& p + p': { marginTop: tokens.spacingVerticalS },
    '& ul, & ol': { margin: 0, paddingLeft: '20px' },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& code, & pre': { fontFamily: tokens.fontFamilyMonospace, backgroundColor: tokens.colorNeutralBackground3 },
    '& blockquote': {
      margin: 0,
      paddingLeft: tokens.spacingHorizontalM,
      borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    },
  },
});

/** @param html drawn from Markdown by us, in which every `<` that was typed is already written out */
export function DrawnText({ html, follow }: { readonly html: string; readonly follow: (url: string) => void }) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keyboard; this only hears of them
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      className={styles.text}
      onClick={followInstead(follow)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-it with html off escapes whatever was typed
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
