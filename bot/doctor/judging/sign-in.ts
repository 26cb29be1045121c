import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../../cards/words/dates.ts';
import { inLondon } from '../../london.ts';
import type { Around } from '../around.ts';
import type { Credential, DoctorFacts } from '../facts.ts';
import { type About, fine, goTo, type Line, notRead, run, wrong } from '../line.ts';

/** Whether the app gets in at all, and for how long yet. Pure. */

const soonDays = 30;

export const ofSignIn = ({ signIn, credential }: DoctorFacts, around: Around): readonly Line[] => [
  signedIn(signIn, credential, around),
  ofCredential(credential, around),
];

function signedIn(signIn: DoctorFacts['signIn'], credential: Credential, { config: { appId } }: Around): Line {
  const about: About = {
    id: 'sign-in',
    what: 'The app signs in',
    why: {
      promise: 'sealed before sent',
      says: 'Without a token nothing can be set, read back or written: nothing is arranged, and nothing that stands is looked after.',
      clauses: [],
    },
  };
  const look = run(
    'See whether the app is there and enabled',
    `Get-MgServicePrincipal -Filter "appId eq '${appId}'" | Format-List AppId, AccountEnabled`,
  );
  if (signIn.is === 'in') return fine(about, 'Entra gives it a token for Microsoft Graph.');
  if (signIn.is === 'not answering') return notRead(about, 'Entra did not answer.', look);
  return wrong(about, `Entra turns it away: ${signIn.code}.`, ...mendCredential(credential), look);
}

const mendCredential = (credential: Credential) =>
  (
    ({
      certificate: [
        goTo(
          'Upload the certificate that the server uses: Entra admin centre, App registrations, Certificates & secrets.',
        ),
      ],
      federated: [
        goTo(
          'Compare issuer and subject of the federated credential with the server’s managed identity: Entra admin centre, App registrations, Certificates & secrets.',
        ),
      ],
      secret: [goTo('Compare APP_ID, TENANT_ID and APP_SECRET in the settings with the app registration.')],
    }) as const
  )[credential.kind];

function ofCredential(credential: Credential, { now }: Around): Line {
  const about: About = {
    id: 'credential',
    what: 'What the app proves itself with',
    why: {
      promise: 'sealed before sent',
      says: 'On the day it runs out the app cannot sign in any more.',
      clauses: [],
    },
  };
  if (credential.kind === 'federated') return fine(about, 'A managed identity, which has nothing that runs out.');
  if (credential.kind === 'secret')
    return fine(about, 'A secret, which the server takes from a tenant on this machine only.');
  const end = inLondon(credential.notAfter);
  const day = dateInWords(end.toPlainDate().toString());
  const renew = goTo(
    'Make a new certificate, upload it beside the old one (Entra admin centre, App registrations, Certificates & secrets), give it to the server as APP_CERTIFICATE_FILE, restart it, and then take the old one away.',
  );
  if (Date.parse(credential.notAfter) <= now.getTime())
    return wrong(about, `Its certificate ran out on ${day}.`, renew);
  const soon = Temporal.PlainDate.compare(end.toPlainDate(), inLondon(now).toPlainDate().add({ days: soonDays })) < 0;
  return soon
    ? wrong(about, `Its certificate runs out on ${day}, within ${soonDays} days.`, renew)
    : fine(about, `A certificate, good until ${day}.`);
}
