import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type Bencodable, bencode, bencodedString } from './bencode.ts'
import type { PortPair } from './messages.ts'
import { describe, portOf } from './session-description.ts'

/** How often a request is said again while the daemon starts. */
const RETRY_MS = 200
const MAX_TRIES = 25

/** Sets the calls up in an rtpengine that listens at `ngPort`. */
export async function relayByRtpengine(ngPort: number, ports: readonly PortPair[]): Promise<PortPair[]> {
  const socket = createSocket('udp4')
  const request = async (command: Readonly<Record<string, Bencodable>>): Promise<string> => {
    const cookie = `c${Math.round(performance.now() * 1000)}`
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      socket.send(`${cookie} ${bencode(command)}`, ngPort, '127.0.0.1')
      const answer = await once(socket, 'message', { signal: AbortSignal.timeout(RETRY_MS) }).catch(() => undefined)
      if (answer) return String(answer[0])
    }
    throw new Error('rtpengine does not answer')
  }
  const sdpOf = (answer: string): string => {
    const sdp = bencodedString(answer, 'sdp')
    if (!sdp) throw new Error(`rtpengine said: ${answer}`)
    return sdp
  }
  try {
    await request({ command: 'ping' })
    const targets: PortPair[] = []
    for (const [portA, portB] of ports) {
      const call = { 'call-id': `call-${portA}`, 'from-tag': 'a', ICE: 'remove' }
      const offer = sdpOf(await request({ command: 'offer', ...call, sdp: describe(portA) }))
      const answer = sdpOf(await request({ command: 'answer', ...call, 'to-tag': 'b', sdp: describe(portB) }))
      targets.push([portOf(answer), portOf(offer)])
    }
    return targets
  } finally {
    socket.close()
  }
}
