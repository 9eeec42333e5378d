import { InvalidConfiguration } from './invalid-configuration.ts'
import type { Environment } from './schema.ts'

/** PEM files of a certificate and its key. */
export interface CertificatePaths {
  readonly certificate: string
  readonly key: string
}

/** The web server with TLS. */
export interface TlsSettings {
  readonly httpsPort: number
  /** Of plain HTTP for the world: the way to https. */
  readonly redirectPort: number
  readonly source: { readonly kind: 'files'; readonly paths: CertificatePaths }
}

/** Undefined when the web server has no certificate: plain HTTP, for this machine or behind a proxy. */
export function tlsSettings(values: Environment): TlsSettings | undefined {
  const paths = pathsOf(values, 'KLINKE_TLS_CERTIFICATE', 'KLINKE_TLS_KEY')
  if (paths === undefined) return undefined
  if (!values.KLINKE_PUBLIC_URL?.startsWith('https:')) {
    throw new InvalidConfiguration(
      'KLINKE_PUBLIC_URL',
      'is needed with a certificate, as https://HOST: the name that the certificate is for.',
    )
  }
  return { httpsPort: values.KLINKE_HTTPS_PORT, redirectPort: values.KLINKE_REDIRECT_PORT, source: { kind: 'files', paths } }
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
