import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import type { ServerIdentity } from './server-identity.ts'

/** Validity of a self-signed certificate: phones and browsers refuse longer ones. */
const VALIDITY_MS = 825 * 24 * 3_600_000
/** A certificate that ends sooner than this is made anew at start. */
const RENEW_MS = 30 * 24 * 3_600_000

/**
 * The certificate in `folder` (`sip.key`, `sip.crt`; the operator may put his own there). Without one, or when ours is
 * about to end, a self-signed one for `names` (domains and IP addresses) is made and kept.
 */
export async function ownCertificate(folder: string, names: readonly string[], epochMs: number): Promise<ServerIdentity> {
  const kept = await read(folder)
  if (kept && !isEndingOwn(kept.certificate, epochMs)) return kept
  const identity = await selfSigned(names, epochMs)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await replaceFile(join(folder, 'sip.key'), identity.key)
  await replaceFile(join(folder, 'sip.crt'), identity.certificate)
  return identity
}

/** A new self-signed certificate that names are verified against by RFC 5922: each as SIP URI and as DNS name, addresses as addresses. */
export async function selfSigned(names: readonly string[], epochMs: number): Promise<ServerIdentity> {
  const altNames = names.flatMap(alternativeNames)
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] ?? 'klinke' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(epochMs - 3_600_000),
    notAfterDate: new Date(epochMs + VALIDITY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  })
  return { key, certificate: cert }
}

type AlternativeName = { readonly type: 2 | 6; readonly value: string } | { readonly type: 7; readonly ip: string }

function alternativeNames(name: string): AlternativeName[] {
  if (isIP(name) !== 0) return [{ type: 7, ip: name }]
  return [
    { type: 2, value: name },
    { type: 6, value: `sip:${name}` },
  ]
}

async function read(folder: string): Promise<ServerIdentity | undefined> {
  try {
    const [key, certificate] = await Promise.all(['sip.key', 'sip.crt'].map((file) => readFile(join(folder, file), 'utf8')))
    return key === undefined || certificate === undefined ? undefined : { key, certificate }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A certificate of an authority is the operator's: it is never replaced. */
function isEndingOwn(pem: string, epochMs: number): boolean {
  const certificate = new X509Certificate(pem)
  return certificate.issuer === certificate.subject && certificate.validToDate.getTime() - epochMs < RENEW_MS
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
