import { below, type Random } from '@klinke/foundation'

/** A random choice. */
export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[below(random, choices.length)] ?? choices[0]
}

const USERS = ['10', 'alice', '+4930901820', '*21%23', 'J%C3%BCrgen', 'a;b=c', 'sips%3Auser%40x', '%00'] as const
const HOSTS = ['example.com', '192.0.2.7', '[2001:db8::1]', 'EXAMPLE.com', 'a_b.example', '[::ffff:192.0.2.1]'] as const
const URI_PARAMS = ['', ';lr', ';transport=tcp', ';user=phone', ';x=%41;y', ';maddr=224.0.1.75;ttl=1'] as const
const NAMES = ['', 'Alice ', '"A \\"quoted\\" name" ', 'Jürgen ', '"東京, Ltd." '] as const
const PARAMS = ['', ';tag=1', ';x="1;2,3"', ';expires=60;q=0.5', ';+sip.instance="<urn:uuid:1>";reg-id=1'] as const
const METHODS = ['INVITE', 'REGISTER', 'OPTIONS', 'BYE', 'ACK', 'MESSAGE', 'X-a.b!', 'invite'] as const

function uri(random: Random): string {
  if (below(random, 12) === 0)
    return pick(random, ['tel:+49-30-901820', 'tel:7042;phone-context=example.com', 'urn:service:sos', 'http://x/y'])
  const port = pick(random, ['', '', ':5060', ':5071'])
  return `${pick(random, ['sip', 'sips', 'SIP'])}:${pick(random, USERS)}@${pick(random, HOSTS)}${port}${pick(random, URI_PARAMS)}`
}

function party(random: Random): string {
  return `${pick(random, NAMES)}<${uri(random)}>${pick(random, PARAMS)}`
}

function via(random: Random): string {
  const transport = pick(random, ['UDP', 'TCP', 'TLS', 'WS', 'WSS'])
  const params = pick(random, ['', ';rport', ';received=192.0.2.9', ';rport=1;received=[2001:db8::1]', ';alias'])
  return `SIP/2.0/${transport} ${pick(random, HOSTS)};branch=z9hG4bK${below(random, 1e9)}${params}`
}

/** Optional header fields: how each may look. */
const FIELDS: readonly [(random: Random) => string, ...((random: Random) => string)[]] = [
  (random) => `Contact: ${pick(random, ['*', party(random), `${party(random)}, ${party(random)}`])}`,
  (random) => `Route: <${uri(random)}>`,
  (random) => `Record-Route: <${uri(random)}>,<${uri(random)}>`,
  (random) => `k: ${pick(random, ['100rel, timer', '', 'replaces'])}`,
  (random) => `Require: ${pick(random, ['timer', 'nothing'])}`,
  (random) => `x: ${below(random, 5_000)};refresher=${pick(random, ['uac', 'uas', 'none'])}`,
  (random) => `Expires: ${pick(random, ['0', '3600', '4294967296', '-1'])}`,
  (random) =>
    `Authorization: Digest username="10", realm="x", nonce="n", uri="${uri(random)}", response="0", qop=auth, nc=00000001, cnonce="c"`,
  (random) => `WWW-Authenticate: Digest realm="x", nonce="n", qop="auth", algorithm=${pick(random, ['MD5', 'SHA-256', 'X'])}`,
  (random) => `Reason: ${pick(random, ['SIP;cause=200;text="Call completed elsewhere"', 'Q.850;cause=16'])}`,
  () => 'Replaces: a@b;to-tag=1;from-tag=2;early-only',
  () => 'Event: dialog;id=1',
  () => 'Subscription-State: terminated;reason=timeout;retry-after=5',
  () => 'RAck: 1 2 INVITE',
  () => 'RSeq: 1',
  () => 'P-Asserted-Identity: <tel:+4930901820>, "A" <sip:a@b>',
  () => 'Diversion: <sip:a@b>;reason=unconditional;counter=1',
  () => 'History-Info: <sip:a@b?Reason=SIP%3Bcause%3D302>;index=1',
  () => 'Privacy: id;user',
  () => 'Retry-After: 60 (soon);duration=5',
  () => 'Warning: 399 a "b"',
  () => 'Date: Sat, 13 Nov 2010 23:29:00 GMT',
  () => 'c: application/sdp;charset="utf-8"',
  () => 'c: multipart/mixed;boundary=b',
  () => 'Content-Disposition: session;handling=optional',
  () => 'Accept: application/sdp, */*;q=0.1',
  () => 'X-Folded: a\r\n b\r\n\tc',
  () => 'Subject:',
]

/** Two parts, the second with one inside. */
const PARTS = `--b\r\nc: application/sdp\r\n\r\nv=0\r\n--b\r\nc: multipart/related;boundary="c d"\r\n\r\n--c d\r\n\r\nü\r\n--c d--\r\n--b--`

/** A message that follows the grammar, as text. */
export function message(random: Random): string {
  const method = pick(random, METHODS)
  const start = below(random, 3) === 0 ? `SIP/2.0 ${100 + below(random, 600)} Any phrase` : `${method} ${uri(random)} SIP/2.0`
  const body = pick(random, ['', 'v=0\r\ns=-\r\n', 'ü\0\r\n\r\n', PARTS])
  const fields = [
    ...Array.from({ length: 1 + below(random, 3) }, () => `${pick(random, ['Via', 'v', 'VIA'])}: ${via(random)}`),
    `${pick(random, ['From', 'f'])}: ${party(random)}`,
    `${pick(random, ['To', 't'])} : ${party(random)}`,
    `${pick(random, ['Call-ID', 'i'])}: ${below(random, 1e9)}@x`,
    `CSeq: ${below(random, 1e9)} ${method}`,
    `Max-Forwards: ${below(random, 256)}`,
    ...Array.from({ length: below(random, 8) }, () => pick(random, FIELDS)(random)),
    ...(below(random, 4) === 0 ? [] : [`${pick(random, ['Content-Length', 'l'])}: ${Buffer.byteLength(body)}`]),
  ]
  return `${start}\r\n${fields.join('\r\n')}\r\n\r\n${body}`
}
