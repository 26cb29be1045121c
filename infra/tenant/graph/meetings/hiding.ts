/** Meetings that exist and cannot be looked up yet: Teams promises no time by which a new one can. */
export type Hiding = {
  /** @param until for so many milliseconds, or so many look-ups; both absent hides it for one look-up */
  hide(meetingId: string, now: Date, until: { milliseconds?: number | undefined; reads?: number | undefined }): void;
  /** Counts one look-up. */
  hides(meetingId: string, now: Date): boolean;
  clear(): void;
};

export function openHiding(): Hiding {
  const hidden = new Map<string, { readonly until: number; reads: number }>();
  return {
    hide: (meetingId, now, { milliseconds, reads }) => {
      hidden.set(meetingId, {
        until: milliseconds === undefined ? Number.POSITIVE_INFINITY : now.getTime() + milliseconds,
        reads: reads ?? (milliseconds === undefined ? 1 : Number.POSITIVE_INFINITY),
      });
    },
    hides: (meetingId, now) => {
      const hiding = hidden.get(meetingId);
      if (hiding === undefined || hiding.reads === 0 || now.getTime() >= hiding.until) return false;
      hiding.reads -= 1;
      return true;
    },
    clear: () => {
      hidden.clear();
    },
  };
}
