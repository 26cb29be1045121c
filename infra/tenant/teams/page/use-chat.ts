import { useEffect, useState } from 'react';
import { type Chat, type ChatAddress, readChat } from './tenant-api.ts';

export type ChatState = { readonly chat: Chat | null; readonly broken: boolean };

const pauseAfterFault = 1_000;

/** The chat, live: a long poll that starts again as soon as it ends. Null before the first answer. */
export function useChat(as: string, which: ChatAddress['chat']): ChatState {
  const [state, setState] = useState<ChatState>({ chat: null, broken: false });
  useEffect(() => {
    const gone = new AbortController();
    setState({ chat: null, broken: false });
    void follow({ as, chat: which }, setState, gone.signal);
    return () => {
      gone.abort();
    };
  }, [as, which]);
  return state;
}

async function follow(address: ChatAddress, show: (state: ChatState) => void, gone: AbortSignal): Promise<void> {
  let chat: Chat | null = null;
  while (!gone.aborted) {
    try {
      chat = merge(chat, await readChat(address, chat, gone));
      show({ chat, broken: false });
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === 'AbortError') return;
      show({ chat, broken: true });
      await new Promise((resolve) => setTimeout(resolve, pauseAfterFault));
    }
  }
}

function merge(known: Chat | null, news: Chat): Chat {
  // A reset, or a tenant that was started afresh: what we knew is no more.
  if (known === null || news.resets !== known.resets || news.n < known.n) return news;
  const messages = new Map(known.messages.map((message) => [message.id, message]));
  for (const message of news.messages) messages.set(message.id, message);
  return { ...news, messages: [...messages.values()].sort((a, b) => Number(a.id) - Number(b.id)) };
}
