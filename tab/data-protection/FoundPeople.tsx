import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FoundPerson } from '../../bot/data-protection/people-search.ts';
import { dayOf } from '../when.ts';
import { dataWords } from '../words/data-protection.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  person: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  places: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  choose: { marginTop: tokens.spacingVerticalS, maxWidth: '100%', overflowWrap: 'anywhere' },
});

const words = dataWords.person;

type Props = { readonly people: readonly FoundPerson[]; readonly onChoose: (person: FoundPerson) => void };

/** Who may be meant: what tells them apart, and of each what is held, where, how much, from when to when. */
export function FoundPeople({ people, onChoose }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={words.found}>
      {people.map((person) => (
        <li key={JSON.stringify(person.subject)} className={styles.person}>
          <Text weight="semibold">{person.name}</Text>
          <Text>
            {person.subject.is === 'guest' && `${person.subject.address}; `}
            {(person.subject.is === 'child' ? person.as.map(words.pupilOf) : person.as).join('; ')}
          </Text>
          <ul className={styles.places}>
            {person.places.map(({ list, rows, from, to }) => (
              <li key={list}>{words.rows(words.lists[list], rows, dayOf(from), dayOf(to))}</li>
            ))}
          </ul>
          <Button
            className={styles.choose}
            onClick={() => {
              onChoose(person);
            }}
          >
            {words.choose(person.name)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What was found of the same people in another school year stands with what was found before. Pure. */
export function joined(before: readonly FoundPerson[], more: readonly FoundPerson[]): readonly FoundPerson[] {
  const people = new Map(before.map((person) => [JSON.stringify(person.subject), person]));
  for (const person of more) {
    const key = JSON.stringify(person.subject);
    const known = people.get(key);
    people.set(key, known ? together(known, person) : person);
  }
  return [...people.values()];
}

function together(one: FoundPerson, other: FoundPerson): FoundPerson {
  const places = [...one.places];
  for (const place of other.places) {
    const at = places.findIndex(({ list }) => list === place.list);
    const known = places[at];
    if (known === undefined) places.push(place);
    else
      places[at] = {
        list: place.list,
        rows: known.rows + place.rows,
        from: known.from < place.from ? known.from : place.from,
        to: known.to > place.to ? known.to : place.to,
      };
  }
  const meetings = [...one.meetings, ...other.meetings].toSorted((a, b) => b.at.localeCompare(a.at));
  return { ...one, as: [...new Set([...one.as, ...other.as])], places, meetings };
}
