import { randomUUID } from 'node:crypto';
import { findPerson } from '../school/people.ts';
import { assertionFault } from './assertion.ts';
import { type EntraWorld, issuerOf } from './entra.ts';

type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
/** Why Entra gives no token, in its own words and numbers. */
export type Wrong = { readonly status: number; readonly error: string; readonly code: number; readonly says: string };

/** The services the app may ask tokens for, and whether its Graph roles stand in them. */
const resources = new Map([
  ['https://graph.microsoft.com', { carriesRoles: true }],
  ['https://api.botframework.com', { carriesRoles: false }],
]);

const seconds = 3599;
// Teams' own clients ask for the tab's token (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad).
const teamsClient = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';

/**
 * The token endpoint: client credentials, by secret or by assertion, and nothing else.
 * @param tenant as the path names it
 */
export async function grant(world: EntraWorld, tenant: string, form: URLSearchParams): Promise<Answered> {
  const { settings, signing, options } = world;
  const wrong = await fault(world, tenant, form);
  if (wrong !== null) return oauthError(world.now(), wrong);
  const audience = (form.get('scope') ?? '').replace(/\/\.default$/, '');
  const appId = form.get('client_id') ?? '';
  const { appRoles, adminRoles } = options.now();
  const roles = appId === settings.appId ? appRoles : adminRoles;
  const claims = {
    appid: appId,
    azp: appId,
    azpacr: '1',
    idtyp: 'app',
    oid: principalOf(appId),
    tid: settings.tenantId,
    ver: '2.0',
    uti: randomUUID(),
    ...(resources.get(audience)?.carriesRoles === true ? { roles } : {}),
  };
  const token = await signing.sign(claims, {
    issuer: issuerOf(settings.tenantId),
    audience,
    expiresInSeconds: seconds,
  });
  return {
    status: 200,
    body: { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token },
  };
}

/** The service principal of an app: what stands for it in this tenant, with an object id of its own. */
export const principalOf = (appId: string): string => `${appId.slice(0, 9)}0001${appId.slice(13)}`;

async function fault(world: EntraWorld, tenant: string, form: URLSearchParams): Promise<Wrong | null> {
  const { tenantId, appId, appSecret, adminAppId, adminAppSecret } = world.settings;
  const secrets = new Map([
    [appId, appSecret],
    [adminAppId, adminAppSecret],
  ]);
  const secret = secrets.get(form.get('client_id') ?? '');
  if (tenant !== tenantId)
    return { status: 400, error: 'invalid_request', code: 90002, says: `Tenant '${tenant}' not found.` };
  if (form.get('grant_type') !== 'client_credentials') {
    return {
      status: 400,
      error: 'unsupported_grant_type',
      code: 70003,
      says: 'The app requested an unsupported grant type.',
    };
  }
  if (secret === undefined) {
    return {
      status: 400,
      error: 'unauthorized_client',
      code: 700016,
      says: 'The application was not found in the directory.',
    };
  }
  if (form.has('client_assertion')) return (await assertionFault(world, form)) ?? scopeFault(form.get('scope') ?? '');
  if (form.get('client_secret') !== secret) {
    return { status: 401, error: 'invalid_client', code: 7000215, says: 'Invalid client secret provided.' };
  }
  return scopeFault(form.get('scope') ?? '');
}

function scopeFault(scope: string): Wrong | null {
  if (!scope.endsWith('/.default')) {
    return {
      status: 400,
      error: 'invalid_scope',
      code: 1002012,
      says: `The provided value for scope ${scope} is not valid.`,
    };
  }
  if (resources.has(scope.replace(/\/\.default$/, ''))) return null;
  return {
    status: 400,
    error: 'invalid_resource',
    code: 500011,
    says: `The resource principal named ${scope} was not found.`,
  };
}

/** An error as Entra words it: `AADSTS` and a number. */
export function oauthError(now: Date, { status, error, code, says }: Wrong): Answered {
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${says} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
    },
  };
}

/** What Teams gets for a tab when it asks Entra on behalf of the person signed in. */
export function userToken(
  { settings, signing }: Pick<EntraWorld, 'settings' | 'signing'>,
  personId: string,
): Promise<string> {
  const person = findPerson(personId);
  if (person === undefined) throw new Error(`nobody here has the id ${personId}`);
  const claims = {
    azp: teamsClient,
    azpacr: '0',
    name: person.name,
    oid: person.id,
    sub: Buffer.from(`${settings.appId}${person.id}`).toString('base64url').slice(0, 43),
    preferred_username: person.userPrincipalName,
    scp: 'access_as_user',
    tid: settings.tenantId,
    uti: randomUUID(),
    ver: '2.0',
  };
  return signing.sign(claims, {
    issuer: issuerOf(settings.tenantId),
    audience: settings.appId,
    expiresInSeconds: seconds,
  });
}
