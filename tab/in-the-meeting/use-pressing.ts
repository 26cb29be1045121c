import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PanelView } from '../../bot/in-the-meeting/panel-view.ts';
import type { Ask } from '../asking/ask.ts';
import type { Trouble } from '../words/words.ts';
import { InTheMeetingShape, PanelShape, pathOf } from './answers.ts';

/** Something pressed: what is sent, and what it makes of the panel meanwhile. */
export type Press = {
  readonly to: 'roll' | 'ticks' | 'held';
  readonly body: unknown;
  readonly shows: (view: PanelView) => PanelView;
};

export type Pressing = {
  /** As the server has it, with what is on its way there. */
  readonly view: PanelView;
  readonly press: (press: Press) => void;
  /** What was not saved, and why; `null` when everything was. */
  readonly unsaved: { readonly trouble: Trouble; readonly again: () => void } | null;
};

const everySoOften = 30_000;

/**
 * Shows at once what was pressed and sends it, one after another in the order of the presses, so that the last one is the last there
 * too. What is not saved goes from the panel again, and can be sent once more.
 */
export function usePressing(first: PanelView, ask: Ask): Pressing {
  const [known, setKnown] = useState(first);
  const [underWay, setUnderWay] = useState<readonly Press[]>([]);
  const [failed, setFailed] = useState<{ trouble: Trouble; presses: readonly Press[] } | null>(null);
  const line = useRef(Promise.resolve());
  const { reference } = first;

  const send = useCallback(
    async (press: Press) => {
      const answer = await ask.postIdempotent(`/api/meetings/${reference}/${press.to}`, press.body, PanelShape);
      setUnderWay((presses) => presses.filter((one) => one !== press));
      if (answer.ok) setKnown(answer.value);
      else setFailed((before) => ({ trouble: answer.trouble, presses: [...(before?.presses ?? []), press] }));
    },
    [ask, reference],
  );
  // The second adult has a panel too: what they press is seen here soon, but never over what is on its way from here.
  const isBusy = underWay.length > 0;
  useEffect(() => {
    if (isBusy) return;
    const leaving = new AbortController();
    const look = setInterval(() => {
      void ask.get(pathOf(null, reference), InTheMeetingShape, leaving.signal).then((answer) => {
        if (answer.ok && answer.value.meeting && !leaving.signal.aborted) setKnown(answer.value.meeting);
      });
    }, everySoOften);
    return () => {
      clearInterval(look);
      leaving.abort();
    };
  }, [ask, reference, isBusy]);

  const press = useCallback(
    (pressed: Press) => {
      setUnderWay((presses) => [...presses, pressed]);
      line.current = line.current.then(() => send(pressed));
    },
    [send],
  );
  const unsaved = useMemo(() => {
    if (failed === null) return null;
    const again = () => {
      setFailed(null);
      for (const one of failed.presses) press(one);
    };
    return { trouble: failed.trouble, again };
  }, [failed, press]);
  return { view: underWay.reduce((view, one) => one.shows(view), known), press, unsaved };
}
