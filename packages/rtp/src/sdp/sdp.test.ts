import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributeValues } from './attributes.ts'
import { codecsOf, packetTimeMs } from './codec.ts'
import { directionOf } from './direction.ts'
import { mediaAddressOf } from './media-address.ts'
import { parseSdp } from './parse.ts'
import { printSdp } from './print.ts'
import {
  MAX_ATTRIBUTES_PER_SECTION,
  MAX_MEDIA_DESCRIPTIONS,
  type MediaDescription,
  type SessionDescription,
} from './session-description.ts'

function lines(...text: string[]): string {
  return text.map((line) => `${line}\r\n`).join('')
}

function parsed(text: string): SessionDescription {
  const result = parseSdp(text)
  assert.ok(result.ok, result.ok ? '' : `line ${result.error.line}: ${result.error.problem}`)
  return result.value
}

function firstMedia(description: SessionDescription): MediaDescription {
  const [media] = description.media
  assert.ok(media)
  return media
}

const PHONE = lines(
  'v=0',
  'o=- 20518 0 IN IP4 203.0.113.1',
  's=Call',
  'i=A description',
  'c=IN IP4 203.0.113.1',
  'b=AS:84',
  't=0 0',
  'a=X-unknown:kept as it is',
  'm=audio 54400 RTP/AVP 8 0 96 101',
  'b=TIAS:64000',
  'a=rtpmap:96 opus/48000/2',
  'a=fmtp:96 useinbandfec=1',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-16',
  'a=ptime:20',
  'a=maxptime:150',
  'a=rtcp:54500 IN IP4 203.0.113.2',
  'a=sendonly',
  'm=image 0 udptl t38',
  'c=IN IP6 2001:db8::1',
  'a=T38FaxVersion:0',
  'a=T38FaxUdpEC:t38UDPRedundancy',
)

test('parsing and printing gives the same text, unknown attributes and order kept', () => {
  assert.equal(printSdp(parsed(PHONE)), PHONE)
})

for (const [name, text] of [
  ['LF', PHONE.replaceAll('\r\n', '\n')],
  ['CR', PHONE.replaceAll('\r\n', '\r')],
  ['blank lines at the end', `${PHONE}\r\n\r\n`],
  ['no line end at the end', PHONE.slice(0, -2)],
] as const) {
  test(`a description with ${name} reads like the one with CRLF`, () => {
    assert.deepEqual(parsed(text), parsed(PHONE))
  })
}

test('the typed readers give codecs, packet time, direction and addresses', () => {
  const description = parsed(PHONE)
  const audio = firstMedia(description)
  assert.deepEqual(
    codecsOf(audio).map(({ payloadType, name, clockRateHz, channels, parameters }) => [
      payloadType,
      name,
      clockRateHz,
      channels,
      parameters,
    ]),
    [
      [8, 'PCMA', 8000, 1, undefined],
      [0, 'PCMU', 8000, 1, undefined],
      [96, 'opus', 48_000, 2, 'useinbandfec=1'],
      [101, 'telephone-event', 8000, 1, '0-16'],
    ],
  )
  assert.equal(packetTimeMs(audio), 20)
  assert.equal(directionOf(description, audio), 'sendonly')
  assert.deepEqual(mediaAddressOf(description, audio), {
    addressFamily: 'IPv4',
    address: '203.0.113.1',
    rtpPort: 54_400,
    rtcpPort: 54_500,
    rtcpAddress: '203.0.113.2',
  })
  assert.deepEqual(attributeValues(description, 'X-unknown'), ['kept as it is'])
})

test('a hold by 0.0.0.0 has no address and takes the receiving half of the direction away', () => {
  const description = parsed(lines('v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 'c=IN IP4 0.0.0.0', 't=0 0', 'm=audio 4000 RTP/AVP 0'))
  assert.equal(mediaAddressOf(description, firstMedia(description)), undefined)
  assert.equal(directionOf(description, firstMedia(description)), 'sendonly')
})

test('with rtcp-mux RTCP goes to the RTP port', () => {
  const description = parsed(
    lines('v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 'c=IN IP4 192.0.2.1', 't=0 0', 'm=audio 4000 RTP/AVP 0', 'a=rtcp:4001', 'a=rtcp-mux'),
  )
  assert.equal(mediaAddressOf(description, firstMedia(description))?.rtcpPort, 4000)
})

const OPENING = ['v=0', 'o=- 1 1 IN IP4 192.0.2.1']

for (const [name, ...text] of [
  ['without s= and t=', ...OPENING, 'c=IN IP4 192.0.2.1', 'm=audio 4000 RTP/AVP 0'],
  ['with a blank in the user name', 'v=0', 'o=Max Muster 1 1 IN IP4 192.0.2.1', 's=-'],
  ['with an unknown letter', ...OPENING, 's=-', 'q=what', 'k=clear:old'],
  ['with a multicast suffix', ...OPENING, 's=-', 'c=IN IP4 224.2.36.42/127'],
] as const) {
  test(`a description ${name} is taken`, () => {
    assert.equal(parseSdp(lines(...text)).ok, true)
  })
}

for (const [problem, ...text] of [
  ['no v= line', 'o=- 1 1 IN IP4 192.0.2.1'],
  ['no o= line', 'v=0', 's=-'],
  ['version is not 0', 'v=1', 'o=- 1 1 IN IP4 192.0.2.1'],
  ['not of the form letter=value', ...OPENING, 'hello'],
  ['m= line of unknown form', ...OPENING, 'm=audio 99999 RTP/AVP 0'],
  ['m= line of unknown form', ...OPENING, 'm=audio'],
  ['c= line of unknown form', ...OPENING, 'c=ATM NSAP 47.0091'],
  ['NUL character', ...OPENING, 's=a\0b'],
  [
    `more than ${MAX_MEDIA_DESCRIPTIONS} media descriptions`,
    ...OPENING,
    ...Array<string>(MAX_MEDIA_DESCRIPTIONS + 1).fill('m=audio 1 RTP/AVP 0'),
  ],
  ['too many attributes', ...OPENING, ...Array<string>(MAX_ATTRIBUTES_PER_SECTION + 1).fill('a=x')],
  ['more than 64 formats', ...OPENING, `m=audio 1 RTP/AVP ${'0 '.repeat(65)}`],
] as const) {
  test(`refused with a reason: ${problem} (${text.at(-1)?.slice(0, 30)})`, () => {
    const result = parseSdp(lines(...text))
    assert.equal(result.ok ? 'taken' : result.error.problem, problem)
  })
}
