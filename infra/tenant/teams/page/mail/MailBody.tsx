import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';

const useStyles = makeStyles({
  body: {
    width: '100%',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // Outlook shows a mail that brings no colours of its own on white, in every theme.
    backgroundColor: '#ffffff',
    colorScheme: 'light',
  },
});

/** A mail's HTML in a frame in which no script runs: what a mail contains is not ours to trust. */
export function MailBody({ html, follow }: { readonly html: string; readonly follow: (url: string) => void }) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const page = `<!doctype html><html lang="en-GB"><head><title>Message</title><style>body{font:14px/1.5 "Segoe UI",system-ui,sans-serif;color:#242424;margin:16px;overflow-wrap:anywhere}</style></head><body>${html}</body></html>`;
  return (
    <iframe
      ref={frame}
      className={styles.body}
      title="Message body"
      sandbox="allow-same-origin"
      srcDoc={page}
      style={{ height }}
      onLoad={() => {
        const body = frame.current?.contentDocument;
        if (!body) return;
        setHeight(body.documentElement.scrollHeight + 2);
        for (const link of body.querySelectorAll('a[href]')) {
          link.addEventListener('click', (event) => {
            event.preventDefault();
            follow(link.getAttribute('href') ?? '');
          });
        }
      }}
    />
  );
}
