/**
 * SRTP per packet of a G.711 call: what it costs to protect and to take off, and what the ways to reach AES and HMAC in Node cost,
 * the reason for the way taken in packages/rtp/src/srtp. `node bench/srtp.ts` prints the table; `benchSrtp` gives the rows to
 * `npm run bench`.
 */
import { Buffer } from 'node:buffer'
import { createCipheriv, createHmac, hash, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type CryptoSuite, SrtpReceiver, SrtpSender, setSequenceNumber, writeRtpHeader } from '@klinke/rtp'

export interface SrtpFigure {
  readonly what: string
  readonly microseconds: number
}

const PACKET_LENGTH = 172
const PAYLOAD_LENGTH = 160
const PACKETS = 200_000

/** Microseconds per call, after a warm-up. */
function microsecondsPer(work: () => void): number {
  for (let count = 0; count < PACKETS / 10; count++) work()
  const start = process.hrtime.bigint()
  for (let count = 0; count < PACKETS; count++) work()
  return Number(process.hrtime.bigint() - start) / 1000 / PACKETS
}

/** The ways to AES in counter mode and to HMAC-SHA1. */
function benchPrimitives(): readonly SrtpFigure[] {
  const key = randomBytes(16)
  const counter = Buffer.alloc(16)
  const payload = Buffer.alloc(PAYLOAD_LENGTH)
  const ecb = createCipheriv('aes-128-ecb', key, null)
  ecb.setAutoPadding(false)
  const inner = Buffer.alloc(64 + PACKET_LENGTH + 4)
  const outer = Buffer.alloc(84)
  const hashToBuffers = (): void => {
    hash('sha1', inner, 'buffer').copy(outer, 64)
    hash('sha1', outer, 'buffer')
  }
  const hashToStrings = (): void => {
    outer.write(hash('sha1', inner, 'binary'), 64, 'latin1')
    hash('sha1', outer, 'binary')
  }
  return [
    {
      what: 'AES: aes-128-ctr cipher per packet',
      microseconds: microsecondsPer(() => createCipheriv('aes-128-ctr', key, counter).update(payload)),
    },
    { what: 'AES: one aes-128-ecb cipher over counter blocks', microseconds: microsecondsPer(() => ecb.update(payload)) },
    { what: 'HMAC: createHmac per packet', microseconds: microsecondsPer(() => createHmac('sha1', key).update(inner).digest()) },
    { what: 'HMAC: two one-shot hashes to Buffers', microseconds: microsecondsPer(hashToBuffers) },
    { what: 'HMAC: two one-shot hashes to strings', microseconds: microsecondsPer(hashToStrings) },
  ]
}

function benchSuite(suite: CryptoSuite): readonly SrtpFigure[] {
  const keyAndSalt = randomBytes(30)
  const packet = Buffer.alloc(PACKET_LENGTH + 14)
  let sequenceNumber = 0
  const protectNext = (sender: SrtpSender): number => {
    writeRtpHeader(packet, { payloadType: 8, marker: false, sequenceNumber: 0, timestamp: 0, ssrc: 1 })
    setSequenceNumber(packet, sequenceNumber++)
    return sender.protectRtp(packet, PACKET_LENGTH)
  }
  const alone = new SrtpSender(suite, keyAndSalt)
  const protect = microsecondsPer(() => protectNext(alone))
  // A new pair: the receiver has to see the sequence number's wraps from the first one on.
  const sender = new SrtpSender(suite, keyAndSalt)
  const receiver = new SrtpReceiver(suite, keyAndSalt)
  sequenceNumber = 0
  const both = microsecondsPer(() => {
    if (receiver.unprotectRtp(packet, protectNext(sender)) !== PACKET_LENGTH) throw new Error('a packet did not come back')
  })
  return [
    { what: `${suite}: protect`, microseconds: protect },
    { what: `${suite}: take off`, microseconds: both - protect },
  ]
}

export function benchSrtp(): readonly SrtpFigure[] {
  return [...benchPrimitives(), ...benchSuite('AES_CM_128_HMAC_SHA1_80'), ...benchSuite('AES_CM_128_HMAC_SHA1_32')]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`RTP packets of ${PACKET_LENGTH} octets`)
  for (const { what, microseconds } of benchSrtp()) {
    const rate = Math.round(1_000_000 / microseconds).toLocaleString('en')
    console.log(`${microseconds.toFixed(2).padStart(7)} µs ${rate.padStart(12)}/s  ${what}`)
  }
}
