import type { Role } from '../../bot/identity/caller.ts';

/** A group that is made where the settings name none of the school's own. */
export type RoleGroup = {
  /** Entra keeps it once in a tenant and for good: whoever asks for it again finds the same group. */
  readonly uniqueName: string;
  readonly displayName: string;
  readonly description: string;
};

const group = (role: Role, name: string, who: string): RoleGroup => ({
  uniqueName: `chaperone-${role}`,
  displayName: `Chaperone: ${name}`,
  description: `${who} Chaperone asks this group who may do what; it writes nothing here.`,
});

/** Made empty: who belongs in is for the school to say. */
export const roleGroups: Readonly<Record<Role, RoleGroup>> = {
  staff: group('staff', 'staff', 'Everybody who works at the school.'),
  head: group('head', 'head teacher', 'The head teacher.'),
  slt: group('slt', 'senior leaders', 'The senior leadership team.'),
  dsl: group('dsl', 'safeguarding leads', 'The designated safeguarding lead and deputies.'),
  dpo: group('dpo', 'data protection officer', 'The data protection officer.'),
  ict: group('ict', 'ICT', 'Who looks after Chaperone.'),
  pupil: group('pupil', 'pupils', 'Every pupil with an account.'),
};
