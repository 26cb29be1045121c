import { said } from '../../infra/demo/person.ts';
import { arm, fresh, type Play, until } from '../authorising/playing.ts';
import type { School } from '../school.ts';
import type { Change } from './changes.ts';
import { arranges, rests } from './standing.ts';

/** A meeting that stands is changed while things go wrong at Graph; then all is set right, and whatever is unfinished finishes. */

/** @returns a play that says what was found wrong: broken promises, a change half made, or a host who never hears */
export function underFaults(school: School, { line, button, outcome, made }: Change): Play {
  const senco = school.as('Maya Okafor');
  const heard = async () => {
    const last = (await senco.messages()).findLast(({ from }) => from === 'bot');
    return last !== undefined && outcome.test(said(last));
  };
  const ended = async () => (await heard()) && (await school.look()).rows.every(rests);

  return async (faults) => {
    await fresh(school);
    const reference = await arranges(school, senco);
    await senco.says(line(reference));
    await arm(school, faults);
    await senco.presses(button);
    await until(ended, 1500);
    await school.control('faults', 'DELETE');
    // Something could not be asked before anything was written down: nothing was done, and it is said again.
    if (await untouched(school)) {
      await senco.says(line(reference));
      await senco.presses(button);
    }
    const over = await until(ended, 20_000);
    const seen = await school.look();
    return [
      ...school.broken(seen),
      ...(over ? [] : ['the host never hears how it ended']),
      ...(made(seen) || seen.rows.some(({ status }) => status === 'called off') || (await toldNot(school))
        ? []
        : ['it was not made, and nobody says so']),
    ];
  };
}

async function untouched(school: School): Promise<boolean> {
  const { rows, mails } = await school.look();
  return mails.length === 4 && rows.length === 1 && rows.every((row) => row.status === 'arranged' && rests(row));
}

async function toldNot(school: School): Promise<boolean> {
  const messages = await school.as('Maya Okafor').messages();
  const last = messages.findLast(({ from }) => from === 'bot');
  return last !== undefined && /Not changed|Not arranged|Called off/.test(said(last));
}
