/** Certificates by ACME, against an authority that checks all that RFC 8555 wants checked, while months pass in a moment. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type LogFields, type Logger, Scope, seededRandom, silentLogger } from '@klinke/foundation'
import { AcmeServer, type AcmeServerOptions, eventually, freePort, TemporaryFolder, VirtualClock } from '@klinke/testbed'
import { readConfiguration } from '../config/config.ts'
import { openRedirects } from '../https/open-https.ts'
import { type Certificates, openCertificates } from './certificates.ts'

const LOCAL = '127.0.0.1'
const DAY_MS = 86_400_000
const BINDING = { keyId: 'customer-7', key: Buffer.from('a key for the authority').toString('base64url') }

/** An installation at its authority, with a clock of its own. */
class Desk implements AsyncDisposable {
  readonly clock = new VirtualClock()
  readonly said: string[] = []
  #orders = 0
  readonly folder = new TemporaryFolder('acme')
  readonly authority: AcmeServer
  readonly #challengePort: number
  #scope = new Scope('desk')

  private constructor(authority: AcmeServer, challengePort: number, clock: VirtualClock) {
    this.authority = authority
    this.#challengePort = challengePort
    this.clock = clock
  }

  /** The authority does not listen yet. */
  static async open(options: Pick<AcmeServerOptions, 'binding'> = {}): Promise<Desk> {
    const challengePort = await freePort()
    const clock = new VirtualClock()
    return new Desk(await AcmeServer.create({ challengePort, nowMs: () => clock.epochMs(), ...options }), challengePort, clock)
  }

  /** Starts the part of the server that is about certificates. `answer`: instead of what is right. */
  async start(environment: NodeJS.ProcessEnv = {}, answer?: (token: string) => string): Promise<Certificates> {
    const configuration = readConfiguration({
      KLINKE_DATA_DIR: this.folder.file('data'),
      KLINKE_PUBLIC_URL: 'https://pbx.example.com',
      KLINKE_ACME_DIRECTORY: this.authority.directoryUrl,
      KLINKE_ACME_CONTACT: 'betrieb@example.com',
      ...environment,
    })
    const say = (message: string, fields: LogFields = {}) => void this.said.push(`${message} ${JSON.stringify(fields)}`)
    const info = (message: string): void => {
      if (message === 'a certificate is ordered') this.#orders++
    }
    const logger: Logger = { ...silentLogger, error: say, info }
    const ground = { configuration, clock: this.clock, random: seededRandom(7), logger, scope: this.#scope }
    const certificates = await openCertificates(ground)
    const plain = { publicUrl: 'https://pbx.example.com', challenge: answer ?? certificates.challenge }
    this.#scope.own(await openRedirects(LOCAL, this.#challengePort, plain))
    certificates.begin()
    return certificates
  }

  /** Lets time pass until the next order begins, and not a moment more. */
  nextOrder(): Promise<void> {
    const before = this.#orders
    return this.clock.until(() => this.#orders > before, 100 * DAY_MS)
  }

  async stop(): Promise<void> {
    await this.#scope.close()
    this.#scope = new Scope('desk')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    await this.authority.stop()
    this.folder[Symbol.dispose]()
  }
}

/** The serial number of the certificate in use; undefined while one stands in that nobody vouches for. */
function serial({ web }: Certificates, authority: AcmeServer): string | undefined {
  const certificate = new X509Certificate(web?.current.certificate ?? '')
  return certificate.verify(new X509Certificate(authority.issuer.certificate).publicKey) ? certificate.serialNumber : undefined
}

function issued(desk: Desk, certificates: Certificates, unless?: string): Promise<string> {
  return eventually(
    'a certificate of the authority',
    () => {
      const found = serial(certificates, desk.authority)
      return found === unless ? undefined : found
    },
    { shown: () => desk.said.join('\n') },
  )
}

function failures(desk: Desk, count: number): Promise<true> {
  return eventually(`${count} failures`, () => desk.said.length >= count || undefined, { shown: () => desk.said.join('\n') })
}

test('an authority that is away at start, limits orders, and then gives: served all the while, kept for the owner alone, and there after a restart', async () => {
  await using desk = await Desk.open()
  const certificates = await desk.start()
  await failures(desk, 1)
  assert.match(desk.said[0] ?? '', /ECONNREFUSED.*a self-signed one stands in/)
  assert.match(certificates.web?.current.certificate ?? '', /BEGIN CERTIFICATE/)

  await desk.authority.listen()
  desk.authority.rateLimitedSeconds = 7_200
  await desk.nextOrder()
  await failures(desk, 2)
  assert.match(desk.said[1] ?? '', /Too many orders.*"againInMs":7200000/)
  desk.authority.rateLimitedSeconds = undefined
  await desk.nextOrder()
  const first = await issued(desk, certificates)
  assert.equal(certificates.sip, certificates.web, 'SIP over TLS shows the same')
  assert.deepEqual(
    [...desk.authority.accounts.values()].map(({ contact }) => contact),
    [['mailto:betrieb@example.com']],
  )

  const kept = join(desk.folder.file('data'), 'acme')
  const files = await eventually('the files', () => {
    const found = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && !file.name.endsWith('.new'))
    return found.length === 2 ? found : undefined
  })
  for (const { parentPath, name } of files) assert.equal(statSync(join(parentPath, name)).mode & 0o777, 0o600, name)

  await desk.stop()
  assert.equal(serial(await desk.start(), desk.authority), first)
  assert.equal(desk.authority.orders.size, 1, 'what is kept is not ordered again')
})

test('30 days before the end there is a new certificate for the same account; while the authority is away the old one goes on', async () => {
  await using desk = await Desk.open()
  await desk.authority.listen()
  const certificates = await desk.start()
  const first = await issued(desk, certificates)
  await desk.authority.stop()
  await desk.nextOrder()
  const afterDays = desk.clock.nowMs() / DAY_MS
  assert.ok(afterDays >= 59.5 && afterDays <= 60, `${afterDays} days`)
  await failures(desk, 1)
  assert.match(desk.said[0] ?? '', /the old one stays in use until 2026-04-05/)
  assert.equal(serial(certificates, desk.authority), first)
  await desk.authority.listen()
  await desk.nextOrder()
  assert.notEqual(await issued(desk, certificates, first), first)
  assert.deepEqual([desk.authority.accounts.size, desk.authority.orders.size], [1, 2])
})

test('a challenge that is answered wrongly gives no certificate, and says what the authority has found', async () => {
  await using desk = await Desk.open()
  await desk.authority.listen()
  const certificates = await desk.start({}, (token) => `${token}.of-somebody-else`)
  await failures(desk, 1)
  assert.match(desk.said[0] ?? '', /of-somebody-else/)
  assert.equal(serial(certificates, desk.authority), undefined)
})

test('an authority that wants an external account gives certificates to those who have one, and to no others', async () => {
  await using desk = await Desk.open({ binding: BINDING })
  await desk.authority.listen()
  const without = await desk.start()
  await failures(desk, 1)
  assert.match(desk.said[0] ?? '', /not bound/)
  assert.equal(serial(without, desk.authority), undefined)
  await desk.stop()
  await issued(desk, await desk.start({ KLINKE_ACME_EAB_KEY_ID: BINDING.keyId, KLINKE_ACME_EAB_KEY: BINDING.key }))
})
