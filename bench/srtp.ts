/**
 * SRTP per packet: `node bench/srtp.ts`. Prints what one packet of a G.711 call costs to protect and to take off, and what
 * the ways to reach AES and HMAC in Node cost, the reason for the way taken in packages/rtp/src/srtp.
 */
import { Buffer } from 'node:buffer'
import { createCipheriv, createHmac, hash, randomBytes } from 'node:crypto'
import { SrtpReceiver, SrtpSender, setSequenceNumber, writeRtpHeader } from '@klinke/rtp'

const PACKET_LENGTH = 172
const PACKETS = 200_000

/** Microseconds per call, after a warm-up. */
function measure(work: (count: number) => void): number {
  for (let count = 0; count < PACKETS / 10; count++) work(count)
  const start = process.hrtime.bigint()
  for (let count = 0; count < PACKETS; count++) work(count)
  return Number(process.hrtime.bigint() - start) / 1000 / PACKETS
}

function report(what: string, microseconds: number): void {
  const rate = Math.round(1_000_000 / microseconds).toLocaleString('en')
  console.log(`${what.padEnd(62)} ${microseconds.toFixed(2).padStart(6)} µs ${rate.padStart(12)}/s`)
}

const key = randomBytes(16)
const counter = Buffer.alloc(16)
const payload = Buffer.alloc(160)
const blocks = Buffer.alloc(160)
const ecb = createCipheriv('aes-128-ecb', key, null)
ecb.setAutoPadding(false)
const inner = Buffer.alloc(64 + PACKET_LENGTH + 4)
const outer = Buffer.alloc(84)

report(
  'AES: createCipheriv aes-128-ctr per packet',
  measure(() => createCipheriv('aes-128-ctr', key, counter).update(payload)),
)
report(
  'AES: one aes-128-ecb cipher over the counter blocks',
  measure(() => ecb.update(blocks)),
)
report(
  'HMAC: createHmac per packet',
  measure(() => createHmac('sha1', key).update(payload).digest()),
)
report(
  'HMAC: two one-shot hashes to Buffers',
  measure(() => {
    hash('sha1', inner, 'buffer').copy(outer, 64)
    hash('sha1', outer, 'buffer')
  }),
)
report(
  'HMAC: two one-shot hashes to latin1 strings',
  measure(() => {
    outer.write(hash('sha1', inner, 'binary'), 64, 'latin1')
    hash('sha1', outer, 'binary')
  }),
)

const packet = Buffer.alloc(PACKET_LENGTH + 14)
const keyAndSalt = randomBytes(30)
for (const suite of ['AES_CM_128_HMAC_SHA1_80', 'AES_CM_128_HMAC_SHA1_32'] as const) {
  const sender = new SrtpSender(suite, keyAndSalt)
  const receiver = new SrtpReceiver(suite, keyAndSalt)
  let sequenceNumber = 0
  const nextPacket = (): void => {
    writeRtpHeader(packet, { payloadType: 8, marker: false, sequenceNumber: 0, timestamp: 0, ssrc: 1 })
    setSequenceNumber(packet, sequenceNumber++)
  }
  const protect = measure(() => {
    nextPacket()
    sender.protectRtp(packet, PACKET_LENGTH)
  })
  const both = measure(() => {
    nextPacket()
    receiver.unprotectRtp(packet, sender.protectRtp(packet, PACKET_LENGTH))
  })
  report(`${suite}: protect`, protect)
  report(`${suite}: unprotect`, both - protect)
}
