import type { Entry } from '../register/entry.ts';
import {
  type AdaptiveCardJson,
  adaptiveCard,
  bullets,
  button,
  type Element,
  faultLine,
  heading,
  hint,
  link,
  subheading,
  table,
} from './elements.ts';
import type { Known } from './view.ts';
import { lead, look, outcomes } from './words/aftercare.ts';
import { spanInWords, startInWords } from './words/dates.ts';
import { kindWords } from './words/kinds.ts';
import { buttons, labels } from './words/questions.ts';

/**
 * The cards about an urgent meeting for people who were not asked to it: neither the child's initials nor any guest stand on them.
 */

/** The verbs of the buttons here; each carries the reference of the meeting, and no draft. */
export const aftercareVerbs = ['looked at'] as const;
export type AftercareVerb = (typeof aftercareVerbs)[number];

/** For the safeguarding lead, at once; and what came of it, in the same place. */
export const leadCard = (entry: Entry, tabUrl: string): AdaptiveCardJson =>
  adaptiveCard([heading(lead.title), hint(lead.hint), ...table(about(entry))], [link(buttons.register, tabUrl)]);

/** For senior leaders, afterwards. @param asked how often they were asked before */
export function lookCard(
  entry: Entry,
  { asked, fault, tabUrl }: { asked: number; fault: boolean; tabUrl: string },
): AdaptiveCardJson {
  const { aftercare, reference } = entry;
  if (aftercare.state === 'reviewed') {
    const said = aftercare.words === null ? [] : [{ label: look.words, value: aftercare.words }];
    const rows = [{ label: look.by, value: aftercare.by.name }, ...said, ...about(entry)];
    return adaptiveCard([heading(look.done), hint(look.doneHint), ...table(rows)], [link(buttons.register, tabUrl)]);
  }
  const due = aftercare.state === 'due' ? [{ label: look.due, value: startInWords(aftercare.by) }] : [];
  return adaptiveCard(
    [
      heading(asked === 0 ? look.title.asked : look.title.again),
      hint(look.hint),
      ...table([...about(entry), ...due]),
      ...setAside(entry),
      ...(fault ? [faultLine(look.fault)] : []),
      { type: 'Input.Text', id: 'words', label: look.input, maxLength: 200 },
    ],
    [
      button({ title: look.button, verb: 'looked at', data: { reference }, style: 'positive', inputs: 'auto' }),
      link(buttons.register, tabUrl),
    ],
  );
}

const about = ({ reference, ask, status }: Entry): readonly Known[] => [
  { label: look.reference, value: reference },
  { label: look.kind, value: kindWords[ask.kind].title },
  { label: labels.when, value: spanInWords(ask.start, ask.minutes) },
  { label: look.host, value: ask.host.name },
  { label: look.reason, value: ask.urgent?.reason ?? '' },
  { label: look.outcome, value: outcomes[status] },
];

const mostClauses = 12;

function setAside({ decision }: Entry): readonly Element[] {
  const clauses = decision.setAside.filter(({ why }) => why === 'urgent').flatMap(({ because }) => because);
  if (clauses.length === 0) return [hint(look.nothingSetAside)];
  return [subheading(look.setAside), ...bullets(clauses.slice(0, mostClauses).map(({ id, says }) => `${id} ${says}`))];
}
