import { seededRandom } from '@klinke/foundation'
import type { MediaEngine } from '@klinke/rtp'
import { type EmbeddedMediaOptions, embeddedMediaEngine } from '../../src/index.ts'
import { monotonicClock } from './monotonic-clock.ts'

/** An embedded engine on loopback with one worker. */
export function loopbackEngine(options: Partial<EmbeddedMediaOptions> = {}): MediaEngine {
  return embeddedMediaEngine({
    clock: monotonicClock(),
    random: seededRandom(1),
    addresses: { IPv4: { bind: '127.0.0.1', advertised: '127.0.0.1' }, IPv6: { bind: '::1', advertised: '::1' } },
    ports: { from: 20_000, to: 29_999 },
    workers: 1,
    ...options,
  })
}
