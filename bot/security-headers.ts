/** What every answer tells the browser not to do. Pure. */

/** What the server knows of a request before anybody looks at it. */
export type Asked = { readonly path: string; readonly https: boolean };

// Nothing of the tab comes from, or goes to, anywhere but its own server. teams-js would otherwise fetch a list of hosts from a CDN on
// every opening; it falls back to the list it was built with. Fluent writes its styles into the page.
const tabPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/**
 * @param framedBy origins whose pages may show the tab in a frame; everything else may be shown in none
 * @returns headers by name. `https`: that this address is to be asked for by https only, for a year
 */
export function securityHeaders({ path, https }: Asked, framedBy: readonly string[]): Readonly<Record<string, string>> {
  const ofTab = path === '/tab' || path.startsWith('/tab/');
  const policy = ofTab
    ? [...tabPolicy, `frame-ancestors ${framedBy.join(' ')}`]
    : ["default-src 'none'", "frame-ancestors 'none'"];
  return {
    ...everywhere,
    'Content-Security-Policy': policy.join('; '),
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
