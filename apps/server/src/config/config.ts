import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import type { S3Access } from '@klinke/platform'
import type { DigestAlgorithm } from '@klinke/sip'
import { DEMO_DOMAIN } from '../demo/demo-domain.ts'
import { type CertificatePaths, sipsCertificate, type TlsSettings, tlsSettings } from './certificate-settings.ts'
import { InvalidConfiguration } from './invalid-configuration.ts'
import { configurationSchema, type Environment } from './schema.ts'

/** Typed configuration, read once at start. */
export interface Configuration {
  readonly dataDir: string
  readonly httpPort: number
  /** How browsers reach the portal, without a slash at the end; absent: localhost and the port. */
  readonly publicUrl: string | undefined
  /** Certificates of the web server; absent: plain HTTP alone. */
  readonly tls: TlsSettings | undefined
  /** Of SIP over TLS; absent: the web server's, or one of our own making. */
  readonly sipsCertificate: CertificatePaths | undefined
  /** Proxies whose word is taken for who asks; addresses or networks. */
  readonly trustedProxies: readonly string[]
  readonly sipPort: number
  readonly sipsPort: number
  readonly rtpPorts: { readonly first: number; readonly last: number }
  readonly bindAddresses: readonly string[]
  readonly publicAddress: string | undefined
  readonly mediaWorkers: number
  readonly drainMs: number
  readonly emergencyDrainMs: number
  /** Offered to phones, best first. */
  readonly digestAlgorithms: readonly DigestAlgorithm[]
  /** Asked for carriers' names; absent: the system's. */
  readonly dnsServers: readonly string[] | undefined
  readonly enumZones: readonly string[]
  readonly largeSipRequests: 'tcp' | 'udp'
  /** SIP domain of phones that name only our IP address. */
  readonly defaultDomain: string | undefined
  /** Where mail goes; absent: nowhere. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where mail about tickets comes, and the address that customers write to; absent: none comes. */
  readonly ticketMailUrl: string | undefined
  readonly ticketMailAddress: string | undefined
  /** Our code among carriers, and where messages about portings are exchanged; absent: nowhere. */
  readonly portingCode: string
  readonly portingFolder: string | undefined
  /** Between two probes of the exchange itself; 0: none. */
  readonly probeSeconds: number
  /** The partner who exchanges them by mail instead. */
  readonly portingMail: { readonly address: string; readonly mailbox: string } | undefined
  /** Where tenants' sound files go; absent: into the data folder. */
  readonly s3: S3Access | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** Call flows may ask servers in private networks, too. */
  readonly lookupsInPrivateNetworks: boolean
  readonly demo: boolean
  readonly databaseUrl: string | undefined
}

const ALGORITHMS: Readonly<Record<Environment['KLINKE_DIGEST_ALGORITHMS'], readonly DigestAlgorithm[]>> = {
  MD5: ['MD5'],
  'SHA-256,MD5': ['SHA-256', 'MD5'],
  'SHA-256': ['SHA-256'],
}

/**
 * Reads the configuration from environment variables. Throws `InvalidConfiguration` for the first
 * variable that is wrong, and for a misspelt `KLINKE_*` name, which would otherwise be ignored silently.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  rejectUnknownNames(environment)
  const parsed = configurationSchema.safeParse(withoutEmpty(environment))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const variable = String(issue?.path[0] ?? 'environment')
    throw new InvalidConfiguration(variable, `${shown(variable, environment[variable])} cannot be used: ${issue?.message ?? 'invalid'}.`)
  }
  const values = parsed.data
  return {
    dataDir: usableDirectory(values.KLINKE_DATA_DIR),
    httpPort: values.KLINKE_HTTP_PORT,
    publicUrl: values.KLINKE_PUBLIC_URL,
    tls: tlsSettings(values),
    sipsCertificate: sipsCertificate(values),
    trustedProxies: values.KLINKE_TRUSTED_PROXIES,
    sipPort: values.KLINKE_SIP_PORT,
    sipsPort: values.KLINKE_SIPS_PORT,
    dnsServers: values.KLINKE_DNS_SERVERS,
    enumZones: values.KLINKE_ENUM_ZONES ?? [],
    largeSipRequests: values.KLINKE_SIP_LARGE_REQUESTS,
    rtpPorts: values.KLINKE_RTP_PORTS,
    bindAddresses: values.KLINKE_BIND_ADDRESSES,
    publicAddress: values.KLINKE_PUBLIC_ADDRESS,
    mediaWorkers: values.KLINKE_MEDIA_WORKERS || Math.max(1, availableParallelism() - 1),
    drainMs: values.KLINKE_DRAIN_SECONDS * 1000,
    emergencyDrainMs: values.KLINKE_EMERGENCY_DRAIN_SECONDS * 1000,
    digestAlgorithms: ALGORITHMS[values.KLINKE_DIGEST_ALGORITHMS],
    defaultDomain: values.KLINKE_DEFAULT_DOMAIN?.toLowerCase() ?? (values.KLINKE_DEMO === 'auto' ? DEMO_DOMAIN : undefined),
    smtpUrl: values.KLINKE_SMTP_URL,
    mailFrom: values.KLINKE_MAIL_FROM,
    ticketMailUrl: values.KLINKE_TICKET_MAIL_URL,
    ticketMailAddress: values.KLINKE_TICKET_MAIL_ADDRESS,
    portingCode: values.KLINKE_PORTING_CODE,
    portingFolder: values.KLINKE_PORTING_FOLDER,
    probeSeconds: values.KLINKE_PROBE_SECONDS,
    portingMail: portingMail(values),
    s3: s3Access(values),
    logLevel: values.KLINKE_LOG_LEVEL,
    lookupsInPrivateNetworks: values.KLINKE_LOOKUPS === 'everywhere',
    demo: values.KLINKE_DEMO === 'auto',
    databaseUrl: values.DATABASE_URL,
  }
}

function portingMail(values: Environment): Configuration['portingMail'] {
  const { KLINKE_PORTING_MAIL_ADDRESS: address, KLINKE_PORTING_MAILBOX: mailbox, KLINKE_SMTP_URL: smtp } = values
  if (address === undefined) return undefined
  const missing = mailbox === undefined ? 'KLINKE_PORTING_MAILBOX' : 'KLINKE_SMTP_URL'
  if (mailbox === undefined || smtp === undefined) throw new InvalidConfiguration(missing, 'is needed with KLINKE_PORTING_MAIL_ADDRESS.')
  return { address, mailbox }
}

function s3Access(values: Environment): S3Access | undefined {
  const { KLINKE_S3_URL: url, KLINKE_S3_ACCESS_KEY: accessKeyId, KLINKE_S3_SECRET_KEY: secretAccessKey, KLINKE_S3_REGION: region } = values
  if (url === undefined) return undefined
  const missing = accessKeyId === undefined ? 'KLINKE_S3_ACCESS_KEY' : 'KLINKE_S3_SECRET_KEY'
  if (accessKeyId === undefined || secretAccessKey === undefined) throw new InvalidConfiguration(missing, 'is needed with KLINKE_S3_URL.')
  return { url, accessKeyId, secretAccessKey, region }
}

/** A URL may hold a password, as a key is one, which does not belong on a screen. */
function shown(variable: string, value: string | undefined): string {
  return variable.endsWith('_URL') || variable === 'KLINKE_ACME_EAB_KEY' ? 'its value' : `"${value ?? ''}"`
}

/** An empty variable counts as absent, as it does in shells and in compose files. */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function rejectUnknownNames(environment: NodeJS.ProcessEnv): void {
  const known = Object.keys(configurationSchema.shape)
  for (const name of Object.keys(environment)) {
    if (name.startsWith('KLINKE_') && !known.includes(name)) {
      throw new InvalidConfiguration(name, `there is no such setting. Known: ${known.join(', ')}.`)
    }
  }
}

function usableDirectory(path: string): string {
  const directory = resolve(path)
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    closeToOthers(directory)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InvalidConfiguration('KLINKE_DATA_DIR', `"${directory}" is no folder that this user can write to: ${why}.`)
  }
  return directory
}

/** Keys and passwords lie in it. One that an earlier version left open is closed; a folder that is not ours yet stays as it is. */
function closeToOthers(directory: string): void {
  if (!existsSync(join(directory, 'secret.key'))) return
  const { mode, uid } = statSync(directory)
  if (uid === process.geteuid?.() && (mode & 0o007) !== 0) chmodSync(directory, mode & 0o770)
}
