import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Certificates for the fictional school's app, made afresh and kept in a folder of their own. */

export type Made = { readonly certificate: string; readonly key: string };

/** @param days from now until it ends, and until it begins; negative for what is over */
export async function makeCertificate(days: { ends?: number; begins?: number } = {}): Promise<Made> {
  const inDays = (count: number) => new Date(Date.now() + count * 86_400_000);
  const made = await generate([{ name: 'commonName', value: 'Chaperone of Quillfeather Primary School' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: inDays(days.begins ?? -400),
    notAfterDate: inDays(days.ends ?? 300),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  return { certificate: made.cert, key: made.private };
}

/** @returns the path of a file that holds these texts */
export function kept(...texts: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'chaperone-')), 'certificate.pem');
  writeFileSync(file, texts.join('\n'));
  return file;
}
