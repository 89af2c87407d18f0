import { generate } from 'selfsigned';

/** A certificate for one evening, in everyone's name; the browser is told not to mind. */
export async function makeCertificate(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'rehearsal' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key, cert };
}
