import { z } from 'zod';
import { checkedId, tickId } from '../cards/view.ts';
import { asides } from '../cards/words/questions.ts';
import { type Ask, type Confirmation, confirmations, type WayOfChecking, waysOfChecking } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';

/** What somebody said yes to on a review: its ticks, and how the new addresses were checked. */
export type Answered = { readonly ticked: readonly Confirmation[]; readonly checked: WayOfChecking | null };
export const nothingAnswered: Answered = { ticked: [], checked: null };

/** The questions that have no answer yet. */
export const openAmong = ({ questions }: Decision, { ticked, checked }: Answered): Decision['questions'] =>
  questions.filter(({ asks }) => (asks === 'addresses checked' ? checked === null : !ticked.includes(asks)));

/** What is said when the button was pressed with some of them open. */
export function notesFor(open: Decision['questions']): readonly string[] {
  const unticked = open.filter(({ asks }) => asks !== 'addresses checked').map(({ says }) => says);
  return [
    ...(unticked.length < open.length ? [asides.checkMissing] : []),
    ...(unticked.length > 0 ? [asides.tickMissing(unticked)] : []),
  ];
}

/** Kept beside each guest whose address is new, so that it goes with the address wherever the request goes. */
export function withChecked(ask: Ask, newAddresses: readonly string[], checked: WayOfChecking): Ask {
  if (!('guests' in ask)) return ask;
  const guests = ask.guests.map((guest) => (newAddresses.includes(guest.address) ? { ...guest, checked } : guest));
  return { ...ask, guests };
}

const Fields = z.record(z.string(), z.unknown()).catch({});
const Checked = z.enum(waysOfChecking).nullable().catch(null);

/** An Input.Toggle sends `"true"` when it is on. A tick is no answer to how, and a way that is none of ours is none. */
export function answeredIn(data: unknown): Answered {
  const fields = Fields.parse(data);
  const isTicked = (one: Confirmation) => fields[tickId(one)] === 'true' || fields[tickId(one)] === true;
  return { ticked: confirmations.filter(isTicked), checked: Checked.parse(fields[checkedId] ?? null) };
}
