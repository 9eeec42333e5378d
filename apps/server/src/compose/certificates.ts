import { join } from 'node:path'
import { CertificateExpiry, CertificateFiles, type CertificateState, LiveIdentity, ownCertificate } from '@klinke/net'
import type { CertificatePaths } from '../config/certificate-settings.ts'
import { DEMO_DOMAIN } from '../demo/demo-domain.ts'
import { reachableHost } from './addresses.ts'
import type { Ground } from './klinke.ts'

/** What the server proves itself with in TLS. */
export interface Certificates {
  /** Of HTTPS; absent: plain HTTP alone. */
  readonly web: LiveIdentity | undefined
  /** Of SIP over TLS. */
  readonly sip: LiveIdentity
  readonly states: () => readonly CertificateState[]
}

/** Opens the certificates that the configuration names; files that cannot be used stop the start. */
export async function openCertificates(ground: Ground): Promise<Certificates> {
  const { configuration, clock, logger, scope } = ground
  const { tls, sipsCertificate } = configuration
  const web = tls && (await fromFiles(ground, tls.source.paths))
  const sip = sipsCertificate ? await fromFiles(ground, sipsCertificate) : (web ?? (await ofOurMaking(ground)))
  const expiry = new CertificateExpiry({ ...(web && { web }), sip }, clock, logger)
  scope.own(expiry)
  return { web, sip, states: () => expiry.states() }
}

async function fromFiles({ clock, logger, scope }: Ground, paths: CertificatePaths): Promise<LiveIdentity> {
  return scope.own(await CertificateFiles.open({ ...paths, clock, logger })).identity
}

/** Self-signed, unless the operator has laid his own into the data folder. */
async function ofOurMaking({ configuration, clock }: Ground): Promise<LiveIdentity> {
  const host = configuration.publicAddress ?? reachableHost(configuration)
  return new LiveIdentity(await ownCertificate(join(configuration.dataDir, 'tls'), [DEMO_DOMAIN, host, 'localhost'], clock.epochMs()))
}
