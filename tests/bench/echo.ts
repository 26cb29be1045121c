import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { MsalServiceClientCredentialsFactory, ServiceClientCredentialsFactory } from 'botframework-connector';
import restify from 'restify';
import { readConfig } from '../../bot/config.ts';
import { createIdentity } from '../../bot/graph/entra.ts';

// The least a bot can be with Microsoft's own parts: botbuilder's adapter as it comes, its check of the channel's token on, and the words
// handed back. What Chaperone's turns are held against; it takes the same settings, so that the channel cannot tell them apart.
type Msal = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
const { config, secrets } = readConfig(process.env);

// botframework-connector brings an older msal of its own; the one call it makes of it is the same in both.
const msal = new MsalServiceClientCredentialsFactory(config.appId, createIdentity(config, secrets) as unknown as Msal);

/** Microsoft's own way to the bot's token. It says `implements` where the adapter asks for `extends`, hence the wrapper. */
class Identity extends ServiceClientCredentialsFactory {
  override isValidAppId = (appId: string) => msal.isValidAppId(appId);
  override isAuthenticationDisabled = () => msal.isAuthenticationDisabled();
  override createCredentials = (...its: Parameters<typeof msal.createCredentials>) => msal.createCredentials(...its);
}

const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: config.appId,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: config.tenantId,
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${config.tenantId}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: config.channel.serviceUrl,
      ToBotFromChannelOpenIdMetadataUrl: config.channel.metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: `${config.entraUrl}/common/v2.0/.well-known/openid-configuration`,
      CallerId: 'urn:botframework:azure',
    },
    new Identity(),
  ),
);

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  // Two typings of one request: restify's allows it no method, botbuilder's does not.
  await adapter.process(request as Parameters<CloudAdapter['process']>[0], response, async (context) => {
    const { type, text } = context.activity;
    if (type === 'message') await context.sendActivity(text);
    if (type === 'invoke') await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
  });
});
server.listen(config.port, '127.0.0.1');
