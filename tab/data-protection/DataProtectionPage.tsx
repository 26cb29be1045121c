import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { PageFrame } from '../components/PageFrame.tsx';
import { dataWords } from '../words/data-protection.ts';
import { AccessPart } from './AccessPart.tsx';
import { PersonPart } from './PersonPart.tsx';
import { RetentionPart } from './RetentionPart.tsx';

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap' },
});

const parts = { person: PersonPart, retention: RetentionPart, access: AccessPart };
type PartName = keyof typeof parts;
// The compiler knows what the keys are; `Object.keys` forgets it.
const names = Object.keys(parts) as PartName[];

/** For the data protection officer: what is held about a person, how long meetings are kept, who looked at what. */
export function DataProtectionPage() {
  const styles = useStyles();
  const [open, setOpen] = useState<PartName>('person');
  const [opened, setOpened] = useState<ReadonlySet<PartName>>(new Set(['person']));
  return (
    <PageFrame title={dataWords.title} under={dataWords.subtitle}>
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
    </PageFrame>
  );
}
