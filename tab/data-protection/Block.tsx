import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, type Ref, useId } from 'react';

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginBottom: tokens.spacingVerticalXXL,
  },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
});

type Props = { readonly title: string; readonly children: ReactNode; readonly heading?: Ref<HTMLHeadingElement> };

/** A part of the page under its heading. @param heading where the focus may be taken to */
export function Block({ title, children, heading }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h2 id={id} ref={heading} {...(heading !== undefined && { tabIndex: -1 })} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
