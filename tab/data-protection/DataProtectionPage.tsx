import { makeStyles, mergeClasses, Tab, TabList, Text, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useRoom } from '../screen.ts';
import { dataWords } from '../words/data-protection.ts';
import { AccessPart } from './AccessPart.tsx';
import { PersonPart } from './PersonPart.tsx';
import { RetentionPart } from './RetentionPart.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '1000px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
  },
  narrow: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  heading: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  tabs: { flexWrap: 'wrap' },
});

const parts = { person: PersonPart, retention: RetentionPart, access: AccessPart };
type PartName = keyof typeof parts;
// The compiler knows what the keys are; `Object.keys` forgets it.
const names = Object.keys(parts) as PartName[];

/** For the data protection officer: what is held about a person, how long meetings are kept, who looked at what. */
export function DataProtectionPage() {
  const styles = useStyles();
  const room = useRoom();
  const [open, setOpen] = useState<PartName>('person');
  const [opened, setOpened] = useState<ReadonlySet<PartName>>(new Set(['person']));
  return (
    <main className={mergeClasses(styles.page, room === 'narrow' && styles.narrow)}>
      <header className={styles.heading}>
        <Title3 as="h1" className={styles.title}>
          {dataWords.title}
        </Title3>
        <Text className={styles.quiet}>{dataWords.subtitle}</Text>
      </header>
      <TabList
        className={styles.tabs}
        selectedValue={open}
        onTabSelect={(_, { value }) => {
          const name = names.find((one) => one === value) ?? 'person';
          setOpen(name);
          setOpened((before) => new Set([...before, name]));
        }}
      >
        {names.map((name) => (
          <Tab key={name} id={`tab-${name}`} value={name} aria-controls={`panel-${name}`}>
            {dataWords.parts[name]}
          </Tab>
        ))}
      </TabList>
      {names.map((name) => {
        const Part = parts[name];
        // A part that was opened stays, so that nothing decided in it is lost while somebody looks at another.
        return (
          <div key={name} id={`panel-${name}`} role="tabpanel" aria-labelledby={`tab-${name}`} hidden={name !== open}>
            {opened.has(name) && <Part />}
          </div>
        );
      })}
    </main>
  );
}
