import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** `first`: it is the first time this minute that this one is told to wait. */
export type Pace =
  | { readonly fine: true }
  | { readonly fine: false; readonly waitSeconds: number; readonly first: boolean };

/** Counts one more of whoever that is. Never rejects. */
export type Limit = (who: string) => Promise<Pace>;

/**
 * So many a minute of each. A guard against what has gone wrong or means harm, far above what people do: every instance counts for
 * itself, and forgets when it ends.
 */
export function openLimit(perMinute: number): Limit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (who) => {
    try {
      await limiter.consume(who);
      return { fine: true };
    } catch (reached) {
      // In memory it rejects with this and with nothing else.
      if (!(reached instanceof RateLimiterRes)) throw reached;
      const { msBeforeNext, consumedPoints } = reached;
      return { fine: false, waitSeconds: Math.ceil(msBeforeNext / 1000), first: consumedPoints === perMinute + 1 };
    }
  };
}
