import {
  ConfidentialClientApplication,
  type ICachePlugin,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
  type NodeAuthOptions,
  ServerError,
} from '@azure/msal-node';
import type { Config, Secrets } from '../config.ts';
import { Failure } from '../failure.ts';
import type { AppCredential } from '../identity/credentials.ts';
import { openManagedIdentity } from '../identity/managed-identity.ts';

const microsoft = 'https://login.microsoftonline.com';

/**
 * A token for one of Microsoft's services, for the app itself.
 * @param options.fresh Microsoft has just refused what the token at hand allows: another is asked for, unless one lately was
 */
export type Token = (options?: { readonly fresh: boolean }) => Promise<string>;

/**
 * The app's own identity at Entra: client credentials only, nobody's session is needed, because the register is
 * re-checked when nobody is signed in.
 * @param shared where instances keep their tokens together; without it each has its own
 * @returns the msal application, which renews its tokens
 */
export function createIdentity(
  config: Pick<Config, 'appId' | 'tenantId' | 'entraUrl'>,
  secrets: Pick<Secrets, 'app'>,
  shared?: ICachePlugin,
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: config.appId,
      authority: `${microsoft}/${config.tenantId}`,
      ...proofOf(secrets.app),
    },
    ...(shared && { cache: { cachePlugin: shared } }),
    system: { networkClient: networkTo(config.entraUrl) },
  });
}

function proofOf(app: AppCredential): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'> {
  if (app.kind === 'secret') return { clientSecret: app.secret.reveal() };
  if (app.kind === 'certificate') {
    const { thumbprint, privateKey } = app.certificate;
    return { clientCertificate: { thumbprintSha256: thumbprint, privateKey: privateKey.reveal() } };
  }
  // The machine's own identity vouches for the app
  // (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).
  const identity = openManagedIdentity(app.identity);
  return { clientAssertion: async () => (await identity('api://AzureADTokenExchange')).token };
}

// Whoever is refused again and again must not ask Entra as often.
const freshSeconds = 60;
// A token is renewed while the one before is still good for a call that takes long.
const spareSeconds = 300;

/**
 * @param scope of the service the token is for, e.g. `https://graph.microsoft.com/.default`
 * @param rest.freshSeconds how long after one fresh token another is not asked for
 * @returns a function that answers a token that is still good; it rejects with `graph unavailable` when Entra gives none, and with
 * `graph refused` when it says that it never will
 */
export function tokenFor(
  identity: Pick<ConfidentialClientApplication, 'acquireTokenByClientCredential'>,
  scope: string,
  rest: { readonly freshSeconds: number } = { freshSeconds },
): Token {
  let kept = { token: '', until: 0 };
  let freshAt = 0;
  // Of many who ask at once, one asks Entra.
  let asking: Promise<string> | null = null;

  async function ask(skipCache: boolean): Promise<string> {
    try {
      const result = await identity.acquireTokenByClientCredential({ scopes: [scope], skipCache });
      if (result === null) throw new Failure('graph unavailable', 'Entra answered without a token');
      kept = { token: result.accessToken, until: (result.expiresOn?.getTime() ?? 0) - spareSeconds * 1000 };
      return kept.token;
    } catch (error) {
      throw failureOf(error);
    } finally {
      asking = null;
    }
  }

  return (options) => {
    const fresh = options?.fresh === true && Date.now() >= freshAt + rest.freshSeconds * 1000;
    if (!fresh && Date.now() < kept.until) return Promise.resolve(kept.token);
    if (fresh) freshAt = Date.now();
    asking ??= ask(fresh);
    return asking;
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const refused =
    error instanceof ServerError && error.status !== undefined && error.status < 500 && error.status !== 429;
  if (!refused) return new Failure('graph unavailable', 'Entra gave the app no token', { cause: error });
  return new Failure(
    'graph refused',
    `Entra gave the app no token: ${error.errorCode} ${error.errorNo ?? ''}`.trimEnd(),
    {
      cause: error,
      wrong: 'Entra no longer accepts the app’s own certificate or identity',
    },
  );
}

// msal refuses an authority that is not https before any call, so it always names Microsoft's; the last hop goes where the settings say.
function networkTo(entraUrl: string): INetworkModule {
  async function send<T>(method: string, url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    const response = await fetch(url.replace(microsoft, entraUrl), {
      method,
      headers: options?.headers ?? {},
      body: method === 'POST' ? (options?.body ?? '') : null,
      signal: AbortSignal.timeout(10_000),
    });
    return {
      headers: Object.fromEntries(response.headers),
      // msal's own interface leaves the shape to its caller, which is msal again: it checks the members itself.
      body: (await response.json()) as T,
      status: response.status,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
