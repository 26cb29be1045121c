import { startStorage } from './azurite.ts';

// The storage alone, for whoever runs the parts one by one. It keeps what it is given in .chaperone/storage.
const storage = await startStorage({ port: Number(process.env['STORAGE_PORT'] ?? 3982), folder: '.chaperone/storage' });
console.log(`storage answers at ${storage.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void storage.stop().then(() => process.exit(0)));
