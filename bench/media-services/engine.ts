/** The embedded engine with one worker, a process of its own: does with the telephones what it is told. */
import { type Clock, type Logger, seededRandom, silentLogger } from '@klinke/foundation'
import { embeddedMediaEngine } from '@klinke/media'
import type { Endpoint, EndpointProfile, MediaSession } from '@klinke/rtp'
import { portOf } from '../media-relay/session-description.ts'
import type { EngineOrder } from './messages.ts'

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
  ...{ clock, logger, random: seededRandom(1), workers: 1 },
  addresses: { IPv4: { bind: '127.0.0.1', advertised: '127.0.0.1' } },
  ports: { from: 16_384, to: 32_767 },
})

process.on('message', (order: EngineOrder) => void carryOut(order).then((ports) => process.send?.(ports)))

async function carryOut(order: EngineOrder): Promise<readonly number[]> {
  const session = engine.open('a benchmark')
  const ours: number[] = []
  const endpoints: Endpoint[] = []
  for (const [index, port] of order.ports.entries()) {
    const format = order.kind === 'transcode' && index % 2 === 0 ? '9' : '8'
    const endpoint = session.endpoint(`phone ${index}`, PROFILE)
    endpoints.push(endpoint)
    ours.push(portOf(await session.answer(endpoint, describe(port, format))))
  }
  await put(session, endpoints, order)
  return ours
}

async function put(session: MediaSession, endpoints: readonly Endpoint[], order: EngineOrder): Promise<void> {
  switch (order.kind) {
    case 'room': {
      const room = session.room({ clockRateHz: 8000, maxMembers: endpoints.length })
      for (const endpoint of endpoints) await room.join(endpoint)
      break
    }
    case 'players':
      for (const endpoint of endpoints) await session.play(endpoint, { kind: 'files', files: [order.file], repeat: 'forever' })
      break
    case 'transcode':
      for (let index = 0; index + 1 < endpoints.length; index += 2) {
        const [a, b] = [endpoints[index], endpoints[index + 1]]
        if (a && b) await session.connect(a, b)
      }
      break
    default:
      throw new Error(`no such order: ${JSON.stringify(order)}`)
  }
}

function describe(port: number, format: string): string {
  const lines = [
    'v=0',
    `o=- ${port} 1 IN IP4 127.0.0.1`,
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=audio ${port} RTP/AVP ${format} 101`,
    'a=rtpmap:101 telephone-event/8000',
  ]
  return `${lines.join('\r\n')}\r\n`
}
