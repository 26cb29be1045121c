import { Failure } from '../failure.ts';
import type { Colleague, Reference } from '../meetings/ask.ts';
import { carryOn } from '../meetings/carry-on.ts';
import { advance } from '../meetings/claim.ts';
import type { Workshop } from '../meetings/workshop.ts';
import type { World } from '../meetings/world.ts';
import type { Statement } from '../register/agreements.ts';
import { type Entry, stands } from '../register/entry.ts';
import { judge, mayLook, type Said, type WhyNot } from './agree.ts';

/**
 * Writes down what guests of a meeting have agreed to and withdrawn, and reads it. Every statement is a row of its own, so of two
 * that are written at once both are kept, one after the other.
 */
export type Agreeing = {
  /** @throws Failure when the register cannot be asked */
  look(reference: Reference, person: Colleague): Promise<Looked>;
  /** @throws Failure likewise; it may have been written then, and the same once more is still once */
  say(reference: Reference, person: Colleague, said: Said): Promise<Looked>;
};

/** How the agreements of a meeting stand. `entry`: for whoever may see it, when something was not written down. */
export type Looked =
  | { readonly done: true; readonly entry: Entry; readonly statements: readonly Statement[] }
  | {
      readonly done: false;
      readonly why: WhyNot;
      readonly stands: { readonly entry: Entry; readonly statements: readonly Statement[] } | null;
    };

const tries = 8;

export function openAgreeing({ world, workshop }: { world: World; workshop: Workshop }): Agreeing {
  const { register } = world;

  async function look(reference: Reference, person: Colleague): Promise<Looked> {
    const row = await register.find(reference);
    if (row === null) return { done: false, why: 'no such meeting', stands: null };
    const may = mayLook(row.entry, person);
    if (!may.may) return { done: false, why: may.why, stands: null };
    return { done: true, entry: row.entry, statements: await register.agreements(reference) };
  }

  async function say(reference: Reference, person: Colleague, said: Said): Promise<Looked> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const looked = await look(reference, person);
      if (!looked.done) return looked;
      const { entry, statements } = looked;
      const judged = judge(entry, statements, { said, person, now: world.now() });
      if (!judged.may) return { done: false, why: judged.why, stands: { entry, statements } };
      if ('there' in judged) {
        await follow(judged.there, entry);
        return looked;
      }
      const added = await register.state({ ...judged.add, number: statements.length + 1 });
      // Somebody else's took that number, so this one is judged again after it.
      if (!isOurs(added, judged.add)) continue;
      await follow(added, entry);
      return { done: true, entry, statements: [...statements, added] };
    }
    throw new Failure('register changed', 'others wrote down agreements again and again');
  }

  /** What an agreement that was taken back leads to is seen by looking at the meeting at once, as the sweep does from time to time. */
  async function follow(statement: Statement, entry: Entry): Promise<void> {
    await note(statement);
    if (statement.says === 'given' || !stands(entry)) return;
    workshop.begin(entry.ask.host.id, async () => {
      const row = await register.find(entry.reference);
      if (row?.entry.step === 'done') await carryOn(await advance(row, {}, world), 'again', world);
    });
  }

  async function note({ reference, says, agreement, guest, number, by, at }: Statement): Promise<void> {
    const event = says === 'given' ? 'agreement written down' : 'agreement withdrawn';
    const detail = `${agreement}, guest ${guest.number} (statement ${number})`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await register.note(reference, event, by.id, new Date(at), detail);
        return;
      } catch (error) {
        const grew = error instanceof Failure && error.kind === 'register changed';
        if (!grew || attempt === tries) throw error;
      }
    }
  }

  return { look, say };
}

function isOurs(added: Statement, { guest, agreement, says, how, on, by }: Omit<Statement, 'number'>): boolean {
  const same = added.agreement === agreement && added.says === says && added.how === how && added.on === on;
  return same && added.guest.key === guest.key && added.by.id === by.id;
}
