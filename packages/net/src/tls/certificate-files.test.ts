import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LogFields, type Logger, silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { CertificateExpiry } from './certificate-expiry.ts'
import { isFor } from './certificate-facts.ts'
import { CertificateFiles, LOOK_EVERY_MS } from './certificate-files.ts'
import { LiveIdentity } from './live-identity.ts'
import { selfSigned } from './own-certificate.ts'
import type { ServerIdentity } from './server-identity.ts'

const DAY_MS = 86_400_000
const VALID_DAYS = 825

/** Two files that a test writes, and what is said about them. */
class Desk {
  readonly clock = new VirtualClock()
  readonly files = new Map<string, string>()
  readonly said: string[] = []

  write({ certificate, key }: ServerIdentity): void {
    this.files.set('pbx.pem', certificate)
    this.files.set('pbx.key', key)
  }

  open(): Promise<CertificateFiles> {
    return CertificateFiles.open({
      ...{ certificate: 'pbx.pem', key: 'pbx.key', clock: this.clock, logger: this.logger },
      read: async (path) => {
        const text = this.files.get(path)
        if (text === undefined) throw new Error(`no such file: ${path}`)
        return text
      },
    })
  }

  /** Only what is said louder than `info`. */
  get logger(): Logger {
    const say = (message: string, fields: LogFields = {}) => void this.said.push(`${message} ${Object.values(fields).join(' ')}`)
    return { ...silentLogger, warn: say, error: say }
  }

  look(): Promise<void> {
    return this.clock.advance(LOOK_EVERY_MS)
  }
}

function made(desk: Desk, name = 'pbx.example.com'): Promise<ServerIdentity> {
  return selfSigned([name], desk.clock.epochMs())
}

test('a certificate that changes on disk is in use at the next look, and those who use it are told once', async () => {
  const desk = new Desk()
  const [first, second] = [await made(desk), await made(desk)]
  desk.write(first)
  const files = await desk.open()
  const told: ServerIdentity[] = []
  files.identity.follow((identity) => void told.push(identity))
  await desk.look()
  assert.deepEqual([files.identity.current, told], [first, []])
  desk.write(second)
  await desk.look()
  await desk.look()
  assert.deepEqual([files.identity.current, told], [second, [second]])
  files.close()
  assert.equal(desk.clock.pending, 0)
})

test('while one of the two files is new, half written or gone the old pair stays in use, and that is said once', async () => {
  const desk = new Desk()
  const [first, second] = [await made(desk), await made(desk)]
  desk.write(first)
  const files = await desk.open()
  desk.files.set('pbx.pem', second.certificate)
  await desk.look()
  await desk.look()
  assert.deepEqual(files.identity.current, first)
  assert.equal(desk.said.length, 1)
  assert.match(desk.said[0] ?? '', /the old one stays in use .*pbx\.pem with the key pbx\.key cannot be used: .*key/)
  desk.files.set('pbx.pem', second.certificate.slice(0, 200))
  await desk.look()
  desk.files.delete('pbx.key')
  await desk.look()
  assert.deepEqual([files.identity.current, desk.said.length], [first, 3])
  desk.write(second)
  await desk.look()
  assert.deepEqual(files.identity.current, second)
  files.close()
})

test('at start files that cannot be used are refused by name', async () => {
  const desk = new Desk()
  await assert.rejects(desk.open(), {
    name: 'CertificateUnusable',
    message: /^The certificate pbx\.pem with the key pbx\.key .*no such file/,
  })
  desk.write({ ...(await made(desk)), key: (await made(desk)).key })
  await assert.rejects(desk.open(), { name: 'CertificateUnusable' })
  desk.write({ certificate: 'hello', key: 'world' })
  await assert.rejects(desk.open(), { name: 'CertificateUnusable' })
})

test('an end that comes near is said each day and shown, and an end that has come is shown as such', async () => {
  const desk = new Desk()
  const identity = new LiveIdentity(await made(desk))
  const expiry = new CertificateExpiry({ web: identity }, desk.clock, desk.logger)
  const state = () => expiry.states().map(({ use, state }) => `${use} ${state}`)
  await desk.clock.advance((VALID_DAYS - 22) * DAY_MS)
  assert.deepEqual([state(), desk.said], [['web good'], []])
  await desk.clock.advance(2 * DAY_MS)
  assert.deepEqual(state(), ['web ends-soon'])
  assert.match(desk.said[0] ?? '', /ends soon web 20/)
  await desk.clock.advance(21 * DAY_MS)
  assert.deepEqual(state(), ['web ended'])
  assert.match(desk.said.at(-1) ?? '', /has ended/)
  identity.replace(await made(desk))
  assert.deepEqual(state(), ['web good'])
  expiry.close()
  assert.equal(desk.clock.pending, 0)
})

test('a certificate is for the names that it says, and for no others', async () => {
  const identity = await selfSigned(['pbx.example.com', '192.0.2.1'], Date.UTC(2026, 0, 1))
  for (const name of ['pbx.example.com', '192.0.2.1']) assert.equal(isFor(identity, name), true, name)
  for (const name of ['other.example.com', 'example.com', '192.0.2.2']) assert.equal(isFor(identity, name), false, name)
})
