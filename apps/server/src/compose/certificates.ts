import { join } from 'node:path'
import {
  AcmeAuthority,
  AcmeFolder,
  CertificateExpiry,
  CertificateFiles,
  CertificateRenewal,
  type CertificateState,
  ChallengeAnswers,
  LiveIdentity,
  ownCertificate,
  selfSigned,
} from '@klinke/net'
import type { AcmeSettings, CertificatePaths, TlsSettings } from '../config/certificate-settings.ts'
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
  /** The answer to a challenge of ACME by its token. */
  readonly challenge: (token: string) => string | undefined
  /** Orders what is missing, once challenges are answered at the port for them, and renews it from then on. */
  begin(): void
}

export type CertificateGround = Pick<Ground, 'configuration' | 'clock' | 'random' | 'logger' | 'scope'>

/** Opens the certificates that the configuration names; files that cannot be used stop the start, an authority that is away does not. */
export async function openCertificates(ground: CertificateGround): Promise<Certificates> {
  const { configuration, clock, logger, scope } = ground
  const { tls, sipsCertificate } = configuration
  const answers = new ChallengeAnswers()
  const web = tls && (await openWeb(ground, tls.source, answers))
  const sip = sipsCertificate ? await fromFiles(ground, sipsCertificate) : (web?.identity ?? (await ofOurMaking(ground)))
  const expiry = new CertificateExpiry({ ...(web && { web: web.identity }), sip }, clock, logger)
  scope.own(expiry)
  return { web: web?.identity, sip, states: () => expiry.states(), challenge: (token) => answers.to(token), begin: () => web?.begin?.() }
}

interface WebCertificate {
  readonly identity: LiveIdentity
  readonly begin?: () => void
}

async function openWeb(ground: CertificateGround, source: TlsSettings['source'], answers: ChallengeAnswers): Promise<WebCertificate> {
  return source.kind === 'files' ? { identity: await fromFiles(ground, source.paths) } : fromAuthority(ground, source.acme, answers)
}

async function fromFiles({ clock, logger, scope }: CertificateGround, paths: CertificatePaths): Promise<LiveIdentity> {
  return scope.own(await CertificateFiles.open({ ...paths, clock, logger })).identity
}

/** The kept one, or one that stands in until the authority has given the first. */
async function fromAuthority(ground: CertificateGround, acme: AcmeSettings, answers: ChallengeAnswers): Promise<WebCertificate> {
  const { configuration, clock, random, logger, scope } = ground
  const { directoryUrl, contact, binding } = acme
  const name = new URL(configuration.publicUrl ?? '').hostname
  const folder = new AcmeFolder(join(configuration.dataDir, 'acme'), directoryUrl)
  const identity = new LiveIdentity((await folder.certificate(name)) ?? (await selfSigned([name], clock.epochMs())))
  const authority = new AcmeAuthority({ directoryUrl, accountKey: await folder.accountKey(), contact, binding, answers, clock })
  const keep = (issued: LiveIdentity['current']): Promise<void> => folder.keep(name, issued)
  const renewal = scope.own(new CertificateRenewal({ name, authority, keep, identity, clock, random, logger }))
  return { identity, begin: () => renewal.begin() }
}

/** Self-signed, unless the operator has laid his own into the data folder. */
async function ofOurMaking({ configuration, clock }: CertificateGround): Promise<LiveIdentity> {
  const host = configuration.publicAddress ?? reachableHost(configuration)
  return new LiveIdentity(await ownCertificate(join(configuration.dataDir, 'tls'), [DEMO_DOMAIN, host, 'localhost'], clock.epochMs()))
}
