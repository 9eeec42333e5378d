import { createPrivateKey, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { CertificateUnusable } from '../errors.ts'
import type { ServerIdentity } from './server-identity.ts'

/** What one wants to know of a certificate in use. */
export interface CertificateFacts {
  /** As in the certificate: `DNS:pbx.example.com`. */
  readonly names: string
  readonly startsAtMs: number
  readonly endsAtMs: number
  /** Nobody vouches for it. */
  readonly isSelfSigned: boolean
}

/** Throws `CertificateUnusable` when the texts are no certificate and key, or do not belong together. */
export function certificateFacts(identity: ServerIdentity): CertificateFacts {
  const certificate = parsed(identity)
  return {
    names: certificate.subjectAltName ?? '',
    startsAtMs: certificate.validFromDate.getTime(),
    endsAtMs: certificate.validToDate.getTime(),
    isSelfSigned: certificate.issuer === certificate.subject,
  }
}

/** Whether browsers accept it for that DNS name or IP address (RFC 9525). */
export function isFor(identity: ServerIdentity, name: string): boolean {
  const certificate = parsed(identity)
  const found = isIP(name) === 0 ? certificate.checkHost(name, { subject: 'never' }) : certificate.checkIP(name)
  return found !== undefined
}

function parsed({ key, certificate }: ServerIdentity): X509Certificate {
  try {
    createSecureContext({ key, cert: certificate, minVersion: 'TLSv1.2' })
    const first = new X509Certificate(certificate)
    if (first.checkPrivateKey(createPrivateKey(key))) return first
  } catch (error) {
    throw new CertificateUnusable(error instanceof Error ? error.message : String(error), error)
  }
  throw new CertificateUnusable('the key belongs to another certificate')
}
