import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LogFields, type Logger, type Random, silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { LiveIdentity } from '../tls/live-identity.ts'
import { selfSigned } from '../tls/own-certificate.ts'
import type { ServerIdentity } from '../tls/server-identity.ts'
import { OrderFailed } from './certificate-authority.ts'
import { CertificateRenewal } from './certificate-renewal.ts'
import { renewAtMs, retryInMs } from './renewal-times.ts'
import { retryAfterMs } from './retry-after.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const NAME = 'pbx.example.com'
/** Chance always falls on nought: no jitter. */
const noChance: Random = { uint32: () => 0 }

/** An authority on paper: what it does next is on the list, and else it refuses. */
class Desk {
  readonly clock = new VirtualClock()
  readonly kept: ServerIdentity[] = []
  readonly orderedAtMs: number[] = []
  readonly said: string[] = []
  readonly next: (() => Promise<ServerIdentity>)[] = []
  keep = async (identity: ServerIdentity): Promise<void> => void this.kept.push(identity)

  renewal(identity: LiveIdentity): CertificateRenewal {
    const order = async (name: string): Promise<ServerIdentity> => {
      assert.equal(name, NAME)
      this.orderedAtMs.push(this.clock.nowMs())
      const give = this.next.shift()
      if (give === undefined) throw new OrderFailed('connect ECONNREFUSED')
      return give()
    }
    const say = (message: string, fields: LogFields = {}) => void this.said.push(`${message} ${JSON.stringify(fields)}`)
    const logger: Logger = { ...silentLogger, error: say }
    return new CertificateRenewal({
      ...{ name: NAME, authority: { order }, keep: (issued) => this.keep(issued), identity, logger },
      ...{ clock: this.clock, random: noChance },
    })
  }
}

test('a stand-in is replaced at once, and the new certificate is kept', async () => {
  const desk = new Desk()
  const identity = new LiveIdentity(await selfSigned([NAME], desk.clock.epochMs()))
  const issued = await selfSigned([NAME], desk.clock.epochMs())
  desk.next.push(async () => issued)
  const renewal = desk.renewal(identity)
  renewal.begin()
  await desk.clock.advance(0)
  assert.deepEqual([identity.current, desk.kept, desk.said], [issued, [issued], []])
  renewal.close()
  assert.equal(desk.clock.pending, 0)
})

test('an authority that is away is asked again after 2, 6, 18, 54 minutes and so on up to 12 hours, while the old one stays in use', async () => {
  const desk = new Desk()
  const before = await selfSigned([NAME], desk.clock.epochMs())
  const identity = new LiveIdentity(before)
  const renewal = desk.renewal(identity)
  renewal.begin()
  await desk.clock.advance(2 * DAY_MS)
  const gaps = desk.orderedAtMs.slice(1).map((atMs, index) => (atMs - (desk.orderedAtMs[index] ?? 0)) / MINUTE_MS)
  assert.deepEqual(gaps, [2, 6, 18, 54, 162, 486, 720, 720])
  assert.equal(identity.current, before)
  assert.match(desk.said[0] ?? '', /no new certificate .*ECONNREFUSED.*a self-signed one stands in/)
  renewal.close()
})

test('an authority that names a time is not asked before', async () => {
  const desk = new Desk()
  desk.next.push(() => Promise.reject(new OrderFailed('Too many orders.', 3 * HOUR_MS)))
  const renewal = desk.renewal(new LiveIdentity(await selfSigned([NAME], desk.clock.epochMs())))
  renewal.begin()
  await desk.clock.advance(3 * HOUR_MS - 1)
  assert.equal(desk.orderedAtMs.length, 1)
  await desk.clock.advance(1)
  assert.equal(desk.orderedAtMs.length, 2)
  renewal.close()
})

test('what is no certificate is not used, and a disk that does not take a good one does not keep it from use', async () => {
  const desk = new Desk()
  const before = await selfSigned([NAME], desk.clock.epochMs())
  const issued = await selfSigned([NAME], desk.clock.epochMs())
  const identity = new LiveIdentity(before)
  desk.keep = () => Promise.reject(new Error('no space left'))
  desk.next.push(
    async () => ({ key: issued.key, certificate: before.certificate }),
    async () => issued,
  )
  const renewal = desk.renewal(identity)
  renewal.begin()
  await desk.clock.advance(0)
  assert.equal(identity.current, before)
  await desk.clock.advance(2 * MINUTE_MS)
  assert.equal(identity.current, issued)
  assert.match(desk.said.at(-1) ?? '', /cannot be kept on disk .*no space left/)
  renewal.close()
})

test('an order that ends after the server does changes nothing', async () => {
  const desk = new Desk()
  const before = await selfSigned([NAME], desk.clock.epochMs())
  const identity = new LiveIdentity(before)
  const slow = Promise.withResolvers<ServerIdentity>()
  desk.next.push(() => slow.promise)
  const renewal = desk.renewal(identity)
  renewal.begin()
  renewal.close()
  slow.resolve(await selfSigned([NAME], desk.clock.epochMs()))
  await desk.clock.advance(DAY_MS)
  assert.deepEqual([identity.current, desk.kept, desk.clock.pending], [before, [], 0])
})

test('a certificate is renewed 30 days before its end, a short-lived one in its last third, and up to 12 hours sooner by chance', () => {
  const rows: readonly (readonly [lifeDays: number, chance: number, beforeEndDays: number])[] = [
    [90, 0, 30],
    [90, 0.5, 30.25],
    [398, 0, 30],
    [45, 0, 15],
    [6, 0, 2],
    [6, 1, 2.3],
  ]
  for (const [lifeDays, chance, beforeEndDays] of rows) {
    const leftDays = lifeDays - renewAtMs(0, lifeDays * DAY_MS, chance) / DAY_MS
    assert.ok(Math.abs(leftDays - beforeEndDays) < 1e-9, `${lifeDays} days: ${leftDays}`)
  }
})

test('waiting after a failure is never shorter than asked, never longer than a day for it, and spread by chance', () => {
  assert.equal(retryInMs(1, undefined, 1), 2.5 * MINUTE_MS)
  assert.equal(retryInMs(1, HOUR_MS, 0), HOUR_MS)
  assert.equal(retryInMs(1, 7 * DAY_MS, 0), DAY_MS)
  assert.equal(retryInMs(100, 0, 0), 12 * HOUR_MS)
})

test('Retry-After is seconds or a date, and nothing else', () => {
  const nowMs = Date.UTC(2026, 0, 5, 9)
  const rows: readonly (readonly [value: unknown, waitMs: number | undefined])[] = [
    ['120', 120_000],
    ['Mon, 05 Jan 2026 09:01:00 GMT', 60_000],
    ['Mon, 05 Jan 2026 08:00:00 GMT', undefined],
    ['soon', undefined],
    ['-5', undefined],
    [undefined, undefined],
  ]
  for (const [value, waitMs] of rows) assert.equal(retryAfterMs(value, nowMs), waitMs, String(value))
})
