import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { insightWords } from '../words/insights.ts';

const useStyles = makeStyles({
  picture: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  // Many kinds make a wide table: it scrolls inside its frame, not the page.
  frame: { overflowX: 'auto', marginTop: tokens.spacingVerticalS },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
});

/** The same figures in cells; the first of each row names it. */
export type Figures = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string, ...(string | number)[]])[];
};

type PictureProps = {
  readonly title: string;
  /** The main figure in a sentence. */
  readonly says: string;
  readonly figures: Figures;
  readonly children?: ReactNode;
};

/** A picture under a heading that says what one sees, with its main figure in words and all of them in a table. */
export function Picture({ title, says, figures, children }: PictureProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.picture} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle1>
      <Text>{says}</Text>
      {children}
      {figures.rows.length > 0 && (
        <details>
          <summary className={styles.summary}>{insightWords.show}</summary>
          <Table title={title} figures={figures} />
        </details>
      )}
    </section>
  );
}

function Table({ title, figures: { columns, rows } }: { title: string; figures: Figures }) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
    <section className={styles.frame} aria-label={insightWords.figuresOf(title)} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${styles.cell} ${styles.head}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row" className={styles.cell}>
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
