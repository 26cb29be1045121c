import type { WhyNotSaid } from '../../held/held.ts';
import type { Outcome } from '../../register/entry.ts';

/** What is said about whether a meeting took place. Fixed words only; a reason that was typed stands apart. */

export const outcomeInWords = (outcome: Outcome): string => {
  switch (outcome.state) {
    case 'not said':
      return 'Nobody has said yet whether it took place.';
    case 'held':
      return `It took place, and took ${outcome.minutes === 1 ? '1 minute' : `${outcome.minutes} minutes`}.`;
    case 'not held':
      return 'It did not take place.';
  }
};

/** Why an answer was not taken. */
export const notSaid: Readonly<Record<WhyNotSaid, string>> = {
  'no such meeting': 'I cannot find a meeting of yours with that reference.',
  'not yours': 'That is for the host, the second adult and senior leaders to say.',
  'not begun': 'It has not begun yet.',
  'not to be held': 'It is not to take place, so there is nothing to say.',
  'change under way': 'It is being changed just now. Please say it again in a moment.',
  'changed meanwhile': 'Somebody has changed this meeting since you opened it, so nothing was kept.',
};
