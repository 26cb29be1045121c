/** The SharePoint site the school keeps its registers on. */
export const sitePath = 'sites/safeguarding';

/** @param siteId `host,site collection id,site id` */
export function siteAddress(siteId: string): { host: string; webUrl: string } {
  const host = siteId.split(',')[0] ?? '';
  return { host, webUrl: `https://${host}/${sitePath}` };
}
