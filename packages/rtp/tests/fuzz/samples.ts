import { Buffer } from 'node:buffer'
import type { Random } from '@klinke/foundation'
import { below } from '@klinke/foundation'
import { buildBindingRequest, buildBindingResponse, buildCheck, buildRtcp, keyPressPackets, sign, writeRtpHeader } from '../../src/index.ts'

const KEY = 'WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz'

const WEB_RTC_LINES = [
  'a=ice-ufrag:br0W',
  'a=ice-pwd:password0of0the0browser0',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => '0F').join(':')}`,
  'a=setup:actpass',
  'a=setup:active',
  'a=mid:0',
] as const

/** Good attribute and media lines that the fuzzer puts together and breaks. */
const ATTRIBUTE_LINES = [
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:96 opus/48000/2',
  'a=fmtp:96 useinbandfec=1',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-16',
  'a=ptime:20',
  'a=sendonly',
  'a=recvonly',
  'a=inactive',
  'a=sendrecv',
  'a=rtcp:4711 IN IP4 192.0.2.77',
  'a=rtcp-mux',
  `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${KEY}|2^20|1:4`,
  `a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:${KEY}`,
  'a=candidate:1 1 UDP 2130706431 192.0.2.10 4000 typ host',
  'a=group:BUNDLE 0 1',
  ...WEB_RTC_LINES,
  'a=T38FaxVersion:0',
  'c=IN IP4 0.0.0.0',
  'c=IN IP6 2001:db8::7',
  'b=AS:64',
  'i=media',
  'k=clear:secret',
] as const

const MEDIA_LINES = [
  'm=audio 4000 RTP/AVP 8 0 96 101',
  'm=audio 4000 RTP/SAVP 8',
  'm=video 4002 RTP/AVPF 34 97',
  'm=image 4004 udptl t38',
  'm=audio 0 RTP/AVP 8',
  'm=application 9 TCP/BFCP *',
  'm=audio 9 UDP/TLS/RTP/SAVPF 8',
] as const

export function pick<const T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[below(random, choices.length)] ?? choices[0]
}

/** A well-formed session description. */
export function sdpSample(random: Random): string {
  const lines = ['v=0', `o=- 1 ${below(random, 9)} IN IP4 192.0.2.1`, 's=-', 'c=IN IP4 192.0.2.1', 't=0 0']
  for (let media = below(random, 4); media >= 0; media--) {
    lines.push(pick(random, MEDIA_LINES))
    // Of a line by chance all that a browser says is hardly ever there.
    if (below(random, 4) === 0) lines.push('a=rtcp-mux', ...WEB_RTC_LINES)
    for (let attribute = below(random, 6); attribute > 0; attribute--) lines.push(pick(random, ATTRIBUTE_LINES))
  }
  return lines.map((line) => `${line}\r\n`).join('')
}

/** A well-formed packet of one of the binary protocols. */
export function packetSample(random: Random): Buffer {
  switch (below(random, 4)) {
    case 0:
      return rtpSample(random)
    case 1:
      return buildRtcp([
        { kind: 'sender-report', ssrc: 1, ntpSeconds: 2, ntpFraction: 3, rtpTimestamp: 4, packetCount: 5, octetCount: 6, reports: [] },
        { kind: 'source-description', sources: [{ ssrc: 1, canonicalName: 'klinke' }] },
        { kind: 'goodbye', ssrcs: [1], reason: 'done' },
      ])
    case 2:
      return buildBindingRequest(random)
    default:
      return buildBindingResponse(new Uint8Array(12), { addressFamily: 'IPv4', address: '192.0.2.1', port: 5060 }) ?? Buffer.alloc(0)
  }
}

export const ICE_OF_SERVER = { usernameFragment: 'sErv', password: 'password0of0the0server00' }
export const ICE_OF_BROWSER = { usernameFragment: 'br0W', password: 'password0of0the0browser0' }

/** A connectivity check of the browser, signed. */
export function checkSample(random: Random): Buffer {
  const username = `${ICE_OF_SERVER.usernameFragment}:${ICE_OF_BROWSER.usernameFragment}`
  const check = { username, priority: random.uint32(), role: 'controlling', useCandidate: below(random, 2) === 0 } as const
  return sign(buildCheck(check, random), ICE_OF_SERVER.password)
}

function rtpSample(random: Random): Buffer {
  const payload = keyPressPackets('5', 100).at(below(random, 7))?.payload ?? new Uint8Array(160)
  const packet = Buffer.alloc(12 + payload.length)
  writeRtpHeader(packet, {
    payloadType: 101,
    marker: false,
    sequenceNumber: below(random, 65_536),
    timestamp: random.uint32(),
    ssrc: below(random, 4),
  })
  packet.set(payload, 12)
  return packet
}
