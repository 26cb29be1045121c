import { type Action, AdaptiveCard, ExecuteAction, OpenUrlAction, SerializationContext, Versions } from 'adaptivecards';
import { useEffect, useRef } from 'react';
import type { Card } from '../../chat-message.ts';
import { followInstead } from '../follow-instead.ts';
import { cardHtml } from '../markdown.ts';
import { hostConfig } from './host-config.ts';
import './card.css';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text);
  result.didProcess = true;
};

export type Pressed = { readonly verb: string; readonly data: unknown };

type Props = {
  readonly card: Card;
  /** While true, no button can be pressed. */
  readonly busy: boolean;
  readonly press: (action: Pressed) => void;
  readonly follow: (url: string) => void;
};

/** A card as the `adaptivecards` library draws it. Drawn again only when its content differs, so that nothing typed into it is lost. */
export function CardDrawing({ card, busy, press, follow }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const hears = useRef({ press, follow });
  hears.current = { press, follow };
  const content = JSON.stringify(card);
  useEffect(() => {
    if (place.current === null) return;
    const hadFocus = place.current.contains(document.activeElement);
    draw(place.current, content, (action) => {
      if (action instanceof OpenUrlAction) hears.current.follow(action.url ?? '');
      if (action instanceof ExecuteAction) {
        hears.current.press({ verb: action.verb, data: action.data });
        const button: HTMLElement | undefined = action.renderedElement;
        button?.setAttribute('aria-busy', 'true');
      }
    });
    // The button that had the focus is gone with the old card; whoever uses the keyboard goes on from the new one.
    if (hadFocus) place.current.focus();
  }, [content]);
  useEffect(() => {
    for (const button of place.current?.querySelectorAll('button') ?? []) {
      button.disabled = busy;
      if (!busy) button.removeAttribute('aria-busy');
    }
  }, [busy]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside take the keyboard; this only hears of them
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      ref={place}
      className="card"
      tabIndex={-1}
      onClick={followInstead((url) => {
        hears.current.follow(url);
      })}
    />
  );
}

function draw(place: HTMLElement, content: string, onAction: (action: Action) => void): void {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = hostConfig;
  drawn.onExecuteAction = onAction;
  drawn.parse(JSON.parse(content), new SerializationContext(Versions.v1_5));
  place.replaceChildren(drawn.render() ?? 'This card could not be shown.');
}
