import { readSettings } from './settings.ts';
import { startTenant } from './tenant.ts';

const tenant = await startTenant(readSettings(process.env));
console.log(`The school's Microsoft 365 answers at ${tenant.url}; people meet at ${tenant.url}/teams`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void tenant.close().then(() => process.exit(0));
  });
}
