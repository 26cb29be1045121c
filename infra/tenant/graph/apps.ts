import type { Health } from '../illness.ts';
import type { TenantSettings } from '../settings.ts';
import { type Call, context, ok, oneOf, Refusal, type Route } from './call.ts';
import { comparison, parseFilter } from './odata/filter.ts';

/** https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps: what the school has installed in Teams, which is one app. */
export const appRoutes = ({ health, settings }: { health: Health; settings: TenantSettings }): Route[] => [
  {
    method: 'GET',
    path: '/appCatalogs/teamsApps',
    needs: oneOf('AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'),
    options: ['$filter', '$expand'],
    answer: (call) => {
      const version = health.now().installedApp;
      const isOurs = version !== null && wanted(call) === settings.appId.toLowerCase();
      return ok({ ...context('appCatalogs/teamsApps'), value: isOurs ? [shown(settings, version, call)] : [] });
    },
  },
];

function wanted(call: Call): string {
  const one = comparison(parseFilter(call.query.get('$filter') ?? ''));
  if (one?.path === 'externalId' && one.operator === 'eq') return String(one.value).toLowerCase();
  throw new Refusal(501, 'notSupported', 'This tenant finds apps by externalId only.');
}

function shown({ appId }: TenantSettings, version: string, call: Call) {
  const id = `${appId.slice(0, -2)}a7`;
  const definition = {
    id: Buffer.from(`1##${version}##Published`).toString('base64'),
    teamsAppId: id,
    displayName: 'Chaperone',
    version,
    publishingState: 'published',
    authorization: null,
  };
  return {
    id,
    externalId: appId,
    displayName: 'Chaperone',
    distributionMethod: 'organization',
    ...(call.query.get('$expand') === 'appDefinitions' ? { appDefinitions: [definition] } : {}),
  };
}
