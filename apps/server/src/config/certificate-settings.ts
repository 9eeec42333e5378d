import { isIP } from 'node:net'
import { InvalidConfiguration } from './invalid-configuration.ts'
import type { Environment } from './schema.ts'

/** PEM files of a certificate and its key. */
export interface CertificatePaths {
  readonly certificate: string
  readonly key: string
}

/** How certificates are had from an authority by ACME (RFC 8555). */
export interface AcmeSettings {
  readonly directoryUrl: string
  readonly contact: string | undefined
  /** External account binding (RFC 8555 §7.3.4), where the authority wants one. */
  readonly binding: { readonly keyId: string; readonly key: string } | undefined
}

/** The web server with TLS. */
export interface TlsSettings {
  readonly httpsPort: number
  /** Of plain HTTP for the world: the way to https, and the challenges of ACME. */
  readonly redirectPort: number
  readonly source: { readonly kind: 'files'; readonly paths: CertificatePaths } | { readonly kind: 'acme'; readonly acme: AcmeSettings }
}

/** Undefined when the web server has no certificate: plain HTTP, for this machine or behind a proxy. */
export function tlsSettings(values: Environment): TlsSettings | undefined {
  const paths = pathsOf(values, 'KLINKE_TLS_CERTIFICATE', 'KLINKE_TLS_KEY')
  const acme = acmeSettings(values)
  if (paths === undefined && acme === undefined) return undefined
  if (paths && acme)
    throw new InvalidConfiguration('KLINKE_ACME_DIRECTORY', 'is of no use with KLINKE_TLS_CERTIFICATE; set one of the two.')
  if (!values.KLINKE_PUBLIC_URL?.startsWith('https:')) {
    throw new InvalidConfiguration(
      'KLINKE_PUBLIC_URL',
      'is needed with a certificate, as https://HOST: the name that the certificate is for.',
    )
  }
  if (acme && isIP(new URL(values.KLINKE_PUBLIC_URL).hostname.replace(/^\[|\]$/g, '')) !== 0) {
    throw new InvalidConfiguration(
      'KLINKE_PUBLIC_URL',
      'must have a name for KLINKE_ACME_DIRECTORY: there is no certificate for an address.',
    )
  }
  const source = paths ? ({ kind: 'files', paths } as const) : acme && ({ kind: 'acme', acme } as const)
  return source && { httpsPort: values.KLINKE_HTTPS_PORT, redirectPort: values.KLINKE_REDIRECT_PORT, source }
}

/** The certificate of SIP over TLS, when it is another than the web server's. */
export function sipsCertificate(values: Environment): CertificatePaths | undefined {
  return pathsOf(values, 'KLINKE_SIPS_CERTIFICATE', 'KLINKE_SIPS_KEY')
}

type PathVariable = 'KLINKE_TLS_CERTIFICATE' | 'KLINKE_TLS_KEY' | 'KLINKE_SIPS_CERTIFICATE' | 'KLINKE_SIPS_KEY'

function pathsOf(values: Environment, certificateName: PathVariable, keyName: PathVariable): CertificatePaths | undefined {
  const { [certificateName]: certificate, [keyName]: key } = values
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined) throw new InvalidConfiguration(certificateName, `is needed with ${keyName}.`)
  if (key === undefined) throw new InvalidConfiguration(keyName, `is needed with ${certificateName}.`)
  return { certificate, key }
}

function acmeSettings(values: Environment): AcmeSettings | undefined {
  const { KLINKE_ACME_DIRECTORY: directoryUrl, KLINKE_ACME_CONTACT: contact } = values
  const { KLINKE_ACME_EAB_KEY_ID: keyId, KLINKE_ACME_EAB_KEY: key } = values
  if (directoryUrl === undefined) return undefined
  if (keyId === undefined && key === undefined) return { directoryUrl, contact, binding: undefined }
  if (keyId === undefined) throw new InvalidConfiguration('KLINKE_ACME_EAB_KEY_ID', 'is needed with KLINKE_ACME_EAB_KEY.')
  if (key === undefined) throw new InvalidConfiguration('KLINKE_ACME_EAB_KEY', 'is needed with KLINKE_ACME_EAB_KEY_ID.')
  return { directoryUrl, contact, binding: { keyId, key } }
}
