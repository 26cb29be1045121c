import type { PanelView } from '../../bot/in-the-meeting/panel-view.ts';
import type { OnRoll } from '../../bot/in-the-meeting/roll.ts';
import type { Press } from './use-pressing.ts';

/** What each press sends, and what the panel shows until the answer is there. Pure. */

type Attended = OnRoll['attended'];

export function noted(those: readonly OnRoll[], attended: Attended): Press {
  const who = new Set(those.map((one) => one.who));
  return {
    to: 'roll',
    body: { said: [...who].map((one) => ({ who: one, attended })) },
    shows: (view) => ({
      ...view,
      ...(view.roll && { roll: view.roll.map((one) => (who.has(one.who) ? { ...one, attended } : one)) }),
    }),
  };
}

export function tickedAs(moment: 'start' | 'after', lines: readonly string[], ticked: boolean): Press {
  const member = moment === 'start' ? 'script' : 'after';
  const shows = (view: PanelView): PanelView => {
    const list = view[member];
    if (list === undefined) return view;
    const ticks = list.ticks.map((one) => (lines.includes(one.line) ? { ...one, ticked } : one));
    return { ...view, [member]: { ...list, ticks } };
  };
  return { to: 'ticks', body: { moment, ticks: lines.map((line) => ({ line, ticked })) }, shows };
}

export const tookPlace = (minutes: number): Press => ({
  to: 'held',
  body: { state: 'held', minutes },
  shows: (view) => ({ ...view, outcome: { state: 'held', minutes } }),
});

export const tookNoPlace: Press = {
  to: 'held',
  body: { state: 'not held', reason: null },
  shows: (view) => ({ ...view, outcome: { state: 'not held' } }),
};
