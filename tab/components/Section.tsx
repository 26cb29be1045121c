import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode, type Ref, useContext, useId } from 'react';

const useStyles = makeStyles({
  title: { margin: 0 },
  quiet: { ':focus': { outlineStyle: 'none' } },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
});

type Level = 2 | 3;
/** Beneath which heading a record stands: the page's own, or that of a pane beside the page. */
export const HeadingLevel = createContext<Level>(3);
const names = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;

/** A part of a meeting's record under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as={names[useContext(HeadingLevel)]} id={id} className={styles.title}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}

/** The name of the heading one level below a section's. */
export const useSubheading = () => names[useContext(HeadingLevel) === 2 ? 3 : 4];

/** A heading within a section; with `ref` one that the focus can be moved to. */
export function Subheading({ children, ref }: { children: ReactNode; ref?: Ref<HTMLHeadingElement> }) {
  const styles = useStyles();
  const Heading = useSubheading();
  return (
    <Heading ref={ref} {...(ref && { tabIndex: -1 })} className={mergeClasses(styles.title, styles.quiet)}>
      {children}
    </Heading>
  );
}
