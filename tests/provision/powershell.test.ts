import { expect, test } from '@jest/globals';
import { scriptFor } from '../../infra/provision/powershell.ts';

/** What an administrator is given to run is filled in, and may be run again. */

const ids = {
  tenantId: '5c0a1d0e-0000-4000-8000-000000000001',
  appId: '5c0a1d0e-0000-4000-8000-0000000000a0',
  principalId: '5c0a1d0e-0001-4000-8000-0000000000a0',
  organisers: { group: '5c0a1d0e-0000-4000-8000-0000000000c1', addresses: ["kit.o'neil@school.example.org"] },
  siteUrl: 'https://school.example.org/sites/safeguarding',
  mailboxOutside: '5c0a1d0e-0000-4000-8000-000000000108',
};
const script = scriptFor(ids);

test('the policy of Teams is for the app, and granted to those who arrange meetings', () => {
  expect(script).toContain(`New-CsApplicationAccessPolicy -Identity 'Chaperone' -AppIds '${ids.appId}'`);
  expect(script).toContain(`Grant-CsApplicationAccessPolicy -PolicyName 'Chaperone' -Group '${ids.organisers.group}'`);
});

test('Exchange gives the calendars over the scope alone, to the enterprise application', () => {
  expect(script).toContain(
    `-App '${ids.principalId}' -Role 'Application Calendars.ReadWrite' -CustomResourceScope 'Chaperone hosts'`,
  );
  expect(script.match(/-Role '/g)).toHaveLength(1);
});

test('whatever is made is made only where it is not there yet', () => {
  const makes = script
    .split('\n')
    .flatMap((line, index, lines) => (/^\s*New-/.test(line) ? [lines.slice(index - 2, index)] : []));
  expect(makes.length).toBeGreaterThan(4);
  for (const before of makes) expect(before.join('\n')).toMatch(/if \(-not \(Get-/);
});

test('a quote in an address stays in it', () => {
  expect(script).toContain("'kit.o''neil@school.example.org'");
});

test('nobody to arrange meetings, and nobody to prove it with, is said and not passed over', () => {
  const bare = scriptFor({ ...ids, organisers: { ...ids.organisers, addresses: [] }, mailboxOutside: null });
  expect(bare).toContain('# Nobody is in the group of those who arrange meetings yet');
  expect(bare).toContain('# MAILBOX_OUTSIDE names nobody');
  expect(bare).not.toContain('Update-DistributionGroupMember');
});
