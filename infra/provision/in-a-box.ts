import { openAsAdministrator } from './administrator.ts';
import { provision } from './apply.ts';
import { readProvisionSettings } from './settings.ts';

/**
 * Provisions a school on this machine before its server starts, just as a real one is.
 * @param environment the settings by name, which name everything already: there is nothing to write to them
 * @throws as `provision`
 */
export async function provisionInABox(environment: Record<string, string | undefined>): Promise<void> {
  const settings = readProvisionSettings(environment);
  await provision(await openAsAdministrator(settings), {
    settings: () => settings,
    write: () => undefined,
    told: () => undefined,
  });
}
