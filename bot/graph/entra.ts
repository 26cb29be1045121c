import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { Config, Secrets } from '../config.ts';
import { Failure } from '../failure.ts';

const microsoft = 'https://login.microsoftonline.com';

/** A token for one of Microsoft's services, for the app itself. */
export type Token = () => Promise<string>;

/**
 * The app's own identity at Entra: client credentials only, nobody's session is needed, because the register is
 * re-checked when nobody is signed in.
 * @returns the msal application, which caches its tokens and renews them
 */
export function createIdentity(
  config: Pick<Config, 'appId' | 'tenantId' | 'entraUrl'>,
  secrets: Pick<Secrets, 'appSecret'>,
): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: config.appId,
      clientSecret: secrets.appSecret.reveal(),
      authority: `${microsoft}/${config.tenantId}`,
    },
    system: { networkClient: networkTo(config.entraUrl) },
  });
}

/**
 * @param scope of the service the token is for, e.g. `https://graph.microsoft.com/.default`
 * @returns a function that answers a token that is still good; it rejects with `graph unavailable` when Entra gives none
 */
export function tokenFor(identity: ConfidentialClientApplication, scope: string): Token {
  return async () => {
    try {
      const result = await identity.acquireTokenByClientCredential({ scopes: [scope] });
      if (result) return result.accessToken;
    } catch (error) {
      throw new Failure('graph unavailable', 'Entra gave the app no token', { cause: error });
    }
    throw new Failure('graph unavailable', 'Entra answered without a token');
  };
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
