/** https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits: four requests at a time for an app and a mailbox. */
const atOnce = 4;

export type MailboxConcurrency = {
  /** @returns how to leave, or null when the mailbox is full */
  enter(mailbox: string): (() => void) | null;
};

export function openMailboxConcurrency(): MailboxConcurrency {
  const inside = new Map<string, number>();
  return {
    enter: (mailbox) => {
      const count = inside.get(mailbox) ?? 0;
      if (count >= atOnce) return null;
      inside.set(mailbox, count + 1);
      return () => {
        inside.set(mailbox, (inside.get(mailbox) ?? 1) - 1);
      };
    },
  };
}

/** @returns the mailbox a path is about, in small letters; null for what is not Outlook's */
export const outlookMailbox = (path: string): string | null =>
  /^\/users\/([^/]+)\/(?:events|calendar)(?:\/|$)/.exec(path)?.[1]?.toLowerCase() ?? null;
