import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  Contact,
  CSeq,
  From,
  MaxForwards,
  paramText,
  parseSip,
  parseUri,
  printMessage,
  Route,
  To,
  tagOf,
  urisEqual,
  userText,
  Via,
  Authorization,
} from '../../src/index.ts'
import { messageOf, requestOf } from './fixture.ts'

test('wsinv: folding, escapes and white space everywhere', () => {
  const { headers, uri, body } = requestOf('rfc4475', 'wsinv')
  assert.deepEqual(parseSip(uri)?.params, [{ name: 'unknownparam', value: undefined }])
  assert.equal(tagOf(headers.read(To)), '1918181833n')
  assert.equal(headers.read(From)?.displayName, 'J Rosenberg \\"')
  assert.equal(tagOf(headers.read(From)), '98asjd8')
  assert.equal(headers.read(MaxForwards), 68)
  assert.deepEqual(headers.read(CSeq), { sequence: 9, method: 'INVITE' })
  assert.deepEqual(
    headers.readAll(Via)?.map(({ transport, host, branch }) => [transport, host, branch]),
    [
      ['UDP', '192.0.2.2', '390skdjuw'],
      ['TCP', 'spindle.example.com', 'z9hG4bK9ikj8'],
      ['UDP', '192.168.255.111', 'z9hG4bK30239'],
    ],
  )
  assert.equal(headers.get('Subject'), '')
  assert.equal(headers.get('NewFangledHeader'), 'newfangled value continued newfangled value')
  assert.equal(headers.get('UnknownHeaderWithUnusualValue'), ';;,,;;,;')
  assert.equal(headers.read(Route)?.uri, 'sip:services.example.com;lr;unknownwith=value;unknown-no-value')
  assert.equal(headers.read(Contact)?.displayName, 'Quoted string ""')
  assert.equal(paramText(headers.read(Contact)?.params ?? [], 'q'), '0.33')
  assert.equal(body.length, 150)
})

test('intmeth: all characters that the grammar allows', () => {
  const { method, uri, headers } = requestOf('rfc4475', 'intmeth')
  assert.equal(method, "!interesting-Method0123456789_*+`.%indeed'~")
  assert.equal(parseSip(uri)?.user, "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*")
  assert.equal(parseSip(uri)?.password, "&it+has=1,weird!*pas$wo~d_too.(doesn't-it)")
  assert.equal(headers.read(Via)?.branch, "z9hG4bK-.!%66*_+`'~")
  assert.equal(headers.read(To)?.displayName, 'BEL:\x07 NUL:\0 DEL:\x7f')
  assert.equal(headers.read(From)?.displayName, "token1~` token2'+_ token3*%!.-")
  assert.equal(paramText(headers.read(From)?.params ?? [], "fromparam''~+*_!.-%"), 'работающий')
  assert.equal(tagOf(headers.read(From)), "_token~1'+`*%!-.")
  assert.equal(headers.get('Call-ID'), 'intmeth.word%ZK-!.*_+\'@word`~)(><:\\/"][?}{')
  assert.equal(headers.get("extensionHeader-!.%*+_`'~"), '\ufeff大停電')
})

test('esc01: % escapes in URIs, undone once', () => {
  const { uri, headers } = requestOf('rfc4475', 'esc01')
  const target = parseSip(uri)
  assert.equal(target && userText(target), 'sips:user@example.com')
  assert.equal(target?.host, 'example.net')
  assert.equal(parseSip(headers.read(To)?.uri ?? '')?.user, 'user')
  const from = parseSip(headers.read(From)?.uri ?? '')
  assert.equal(from && userText(from), 'I have spaces')
  assert.deepEqual(parseSip(headers.read(Contact)?.uri ?? '')?.params, [
    { name: 'lr', value: undefined },
    { name: 'name', value: 'value%2541' },
  ])
})

test('escnull: null characters do not cut a user short', () => {
  const { headers } = requestOf('rfc4475', 'escnull')
  const [first, second] = (headers.readAll(Contact) ?? []).map(({ uri }) => parseUri(uri))
  assert.ok(first && second)
  assert.equal(urisEqual(first, second), false)
  const to = parseSip(headers.read(To)?.uri ?? '')
  assert.equal(to && userText(to), 'null-\0-null')
})

test('esc02: % in names is no escape', () => {
  const { method, headers } = requestOf('rfc4475', 'esc02')
  assert.equal(method, 'RE%47IST%45R')
  assert.equal(headers.read(To)?.displayName, '%Z%45')
  assert.deepEqual(
    headers.readAll(Contact)?.map(({ uri }) => uri),
    ['sip:alias1@host1.example.com', 'sip:alias3@host3.example.com'],
  )
  assert.equal(headers.get('C%6Fntact'), '<sip:alias2@host2.example.com>')
})

test('lwsdisp: a display name may touch the bracket', () => {
  assert.equal(requestOf('rfc4475', 'lwsdisp').headers.read(From)?.displayName, 'caller')
})

test('longreq: long values and many Via', () => {
  const { headers } = requestOf('rfc4475', 'longreq')
  assert.equal(headers.readAll(Via)?.length, 34)
  assert.equal(tagOf(headers.read(From))?.length, 155)
  assert.equal(headers.read(To)?.displayName, `I have a user name of ${'extreme'.repeat(10)} proportion`)
})

test('dblreq: what follows the body in a datagram is not part of the message', () => {
  const request = requestOf('rfc4475', 'dblreq')
  assert.equal(request.body.length, 0)
  assert.doesNotMatch(Buffer.from(printMessage(request)).toString(), /INVITE/)
})

test('semiuri, transports, mpart01, unreason, noreason: read as the RFC says', () => {
  const target = parseSip(requestOf('rfc4475', 'semiuri').uri)
  assert.equal(target && userText(target), 'user;par=u@example.net')
  assert.deepEqual(
    messageOf('rfc4475', 'transports').headers.readAll(Via)?.map(({ transport }) => transport),
    ['UDP', 'SCTP', 'TLS', 'UNKNOWN', 'TCP'],
  )
  const multipart = requestOf('rfc4475', 'mpart01')
  assert.equal(multipart.body.length, 553)
  assert.ok(multipart.body.includes(0))
  const unreason = messageOf('rfc4475', 'unreason')
  assert.equal(unreason.kind === 'response' && unreason.reason, '= 2**3 * 5**2 но сто девяносто девять - простое')
  const noreason = messageOf('rfc4475', 'noreason')
  assert.equal(noreason.kind === 'response' && `${noreason.status} "${noreason.reason}"`, '100 ""')
})

test('cparam01, cparam02, regescrt: parameters belong to the header or to the URI', () => {
  const [inHeader, inUri] = [requestOf('rfc4475', 'cparam01'), requestOf('rfc4475', 'cparam02')].map(({ headers }) => headers.read(Contact))
  assert.equal(inHeader?.uri, 'sip:+19725552222@gw1.example.net')
  assert.equal(inHeader && paramText(inHeader.params, 'unknownparam'), '')
  assert.equal(inUri?.uri, 'sip:+19725552222@gw1.example.net;unknownparam')
  assert.deepEqual(inUri?.params, [])
  const escaped = parseSip(requestOf('rfc4475', 'regescrt').headers.read(Contact)?.uri ?? '')
  assert.deepEqual(escaped?.headers, [['Route', '<sip:sip.example.com>']])
})

test('zeromf, inv2543, regaut01: unusual but to be served', () => {
  assert.equal(requestOf('rfc4475', 'zeromf').headers.read(MaxForwards), 0)
  const old = requestOf('rfc4475', 'inv2543')
  assert.equal(tagOf(old.headers.read(From)), undefined)
  assert.equal(old.headers.read(Via)?.branch, undefined)
  assert.equal(old.body.length, 105)
  assert.equal(requestOf('rfc4475', 'regaut01').headers.read(Authorization)?.scheme, 'nooneknowsthisscheme')
})

test('rfc5118: IPv6 in URIs and Via', () => {
  assert.equal(parseSip(requestOf('rfc5118', 'port-ambiguous').uri)?.host, '2001:db8::10:5070')
  assert.equal(parseSip(requestOf('rfc5118', 'port-ambiguous').uri)?.port, undefined)
  assert.equal(parseSip(requestOf('rfc5118', 'port-unambiguous').uri)?.port, 5070)
  for (const name of ['via-received-param-with-delim', 'via-received-param-no-delim']) {
    const via = requestOf('rfc5118', name).headers.read(Via)
    assert.equal(via?.received, '2001:db8::9:255', name)
    assert.match(via ? Via.print(via) : '', /received=2001:db8::9:255/, name)
  }
  assert.deepEqual(
    requestOf('rfc5118', 'mult-ip-in-header').headers.readAll(Via)?.map(({ host, port }) => [host, port]),
    [
      ['2001:db8::9:1', 6050],
      ['192.0.2.1', undefined],
      ['2001:db8::9:255', undefined],
    ],
  )
  assert.equal(requestOf('rfc5118', 'ipv4-mapped-ipv6').headers.read(Via)?.port, 19_823)
})
