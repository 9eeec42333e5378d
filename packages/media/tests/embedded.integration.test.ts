import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import type { EndpointProfile } from '@klinke/rtp'
import { embeddedMediaEngine } from '../src/index.ts'
import { monotonicClock } from './support/monotonic-clock.ts'
import { RtpPeer } from './support/rtp-peer.ts'

const P: EndpointProfile = { srtp: 'none', addressFamily: 'IPv4' }
for (const packetIo of ['kernel', 'dgram'] as const)
  test(`relay over ${packetIo}`, async () => {
    const engine = embeddedMediaEngine({
      clock: monotonicClock(),
      random: seededRandom(1),
      addresses: { IPv4: { bind: '127.0.0.1', advertised: '127.0.0.1' } },
      ports: { from: 30000, to: 30999 },
      workers: 1,
      packetIo,
    })
    const s = engine.open('c')
    const [a, b] = [s.endpoint('a', P), s.endpoint('b', P)]
    const [pa, pb] = [await RtpPeer.open(1), await RtpPeer.open(2)]
    const offer = await s.relayOffer(a, b, pa.describe())
    pb.follow(offer)
    pa.follow(await s.relayAnswer(b, a, pb.describe()))
    const t = Promise.all([pa.talk(440, 25), pb.talk(620, 25)])
    await Promise.all([pa.hears(20), pb.hears(20)])
    await t
    assert.equal((await s.statistics(a)).codec, 'PCMA')
    await engine.close()
    pa.close()
    pb.close()
  })
