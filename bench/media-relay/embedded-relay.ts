/** The embedded engine with one worker, a process of its own: relays the calls it is told. */
import { type Clock, type Logger, seededRandom, silentLogger } from '@klinke/foundation'
import { embeddedMediaEngine } from '@klinke/media'
import type { EndpointProfile } from '@klinke/rtp'
import type { PortPair } from './messages.ts'
import { describe, portOf } from './session-description.ts'

const PROFILE: EndpointProfile = { srtp: 'none', addressFamily: 'IPv4' }
const clock: Clock = {
  nowMs: () => performance.now(),
  epochMs: () => Date.now(),
  after: (delayMs, wake) => {
    const timer = setTimeout(wake, delayMs)
    return { cancel: () => clearTimeout(timer) }
  },
}
const logger: Logger = { ...silentLogger, error: (message, fields) => console.error(message, fields) }
const engine = embeddedMediaEngine({
  clock,
  random: seededRandom(1),
  logger,
  addresses: { IPv4: { bind: '127.0.0.1', advertised: '127.0.0.1' } },
  ports: { from: 16_384, to: 32_767 },
  workers: 1,
  packetIo: process.argv[2] === 'dgram' ? 'dgram' : 'kernel',
})

process.on('message', (ports: readonly PortPair[]) => void relayAll(ports))

async function relayAll(ports: readonly PortPair[]): Promise<void> {
  const targets: PortPair[] = []
  for (const [portA, portB] of ports) {
    const session = engine.open(`call ${portA}`)
    const [a, b] = [session.endpoint('a', PROFILE), session.endpoint('b', PROFILE)]
    const offer = await session.relayOffer(a, b, describe(portA))
    const answer = await session.relayAnswer(b, a, describe(portB))
    targets.push([portOf(answer), portOf(offer)])
  }
  process.send?.(targets)
}
