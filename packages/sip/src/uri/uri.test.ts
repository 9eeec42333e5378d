import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeUri, parseSip, parseUri, printUri, sipUri, telDigits, unescapeUri, urisEqual, userText } from '../index.ts'

test('a SIP URI is read in all its parts', () => {
  const uri = parseSip('sips:+49(30)1234;ext=5:pa%20ss@EXAMPLE.com:5071;transport=TCP;lr?Subject=hi%20you&Priority=urgent')
  assert.equal(uri?.scheme, 'sips')
  assert.equal(uri?.user, '+49(30)1234;ext=5')
  assert.equal(uri?.password, 'pa%20ss')
  assert.equal(uri?.host, 'example.com')
  assert.equal(uri?.port, 5071)
  assert.deepEqual(uri?.params, [
    { name: 'transport', value: 'TCP' },
    { name: 'lr', value: undefined },
  ])
  assert.deepEqual(uri?.headers, [
    ['Subject', 'hi you'],
    ['Priority', 'urgent'],
  ])
})

test('print of parse is the same URI', () => {
  const rows = [
    'sip:example.com',
    'sip:alice@atlanta.com;maddr=239.255.255.1;ttl=15',
    'sips:alice:secretword@atlanta.com;transport=tcp',
    'sip:[2001:db8::10]:5070',
    'sip:*21%23@pbx.example.com;user=phone',
    'sip:sips%3Auser%40example.com@example.net',
    "sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com",
    'sip:user@example.com?Route=%3Csip:sip.example.com%3E',
    'tel:+49-30-901820;ext=12',
    'tel:7042;phone-context=example.com',
    'urn:service:sos',
  ]
  for (const text of rows) {
    const uri = parseUri(text)
    assert.ok(uri, text)
    assert.equal(printUri(uri), text)
  }
})

test('what breaks the grammar is no URI', () => {
  const rows = [
    ...['', 'sip:', 'example.com', ':x', 'sip:@example.com', 'sip:a b@example.com', 'sip:a@exa mple.com', 'sip:a@[1::2', 'sip:a@[zz::]'],
    ...[
      'sip:a@example.com:99999',
      'sip:a@example.com:',
      'sip:a%2@example.com',
      'sip:a@example.com;=x',
      'sip:a@example.com;x=',
      'sip:2001:db8::10',
    ],
    ...['<sip:a@example.com>', 'sip:a@example.com?x', 'tel:+', 'tel:49-30x;y z', 'sip:a@b@c', 'sip:a@example.com;;lr'],
  ]
  for (const text of rows) assert.equal(parseUri(text), undefined, text)
})

test('users are compared with escapes of plain characters undone', () => {
  assert.equal(parseSip('sip:%61lice@example.com')?.user, 'alice')
  assert.equal(parseSip('sip:a%2fb@example.com')?.user, 'a%2Fb')
  assert.equal(parseSip('sip:*21#@example.com')?.user, '*21%23', 'phones send # as it is dialled')
  const spaced = parseSip('sip:J%C3%BCrgen%20M@example.com')
  assert.ok(spaced)
  assert.equal(userText(spaced), 'Jürgen M')
  assert.equal(printUri(sipUri({ user: 'Jürgen M', host: 'Example.com' })), 'sip:J%C3%BCrgen%20M@example.com')
})

test('escapes that are no UTF-8, and null characters, survive', () => {
  assert.equal(unescapeUri('a%FFb'), 'a%FFb')
  assert.equal(unescapeUri('null-%00-null'), 'null-\0-null')
  assert.equal(escapeUri('null-\0-null', 'user'), 'null-%00-null')
  assert.equal(escapeUri('\ud800', 'user'), '%EF%BF%BD')
})

test('URIs are equal by the rules of RFC 3261 §19.1.4 and RFC 3966 §4', () => {
  const equal: [a: string, b: string][] = [
    ['sip:%61lice@atlanta.com;transport=TCP', 'sip:alice@AtlanTa.CoM;Transport=tcp'],
    ['sip:carol@chicago.com', 'sip:carol@chicago.com;newparam=5'],
    ['sip:carol@chicago.com', 'sip:carol@chicago.com;security=on'],
    [
      'sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com',
      'sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com',
    ],
    ['sip:alice@atlanta.com?subject=project%20x&priority=urgent', 'sip:alice@atlanta.com?priority=urgent&subject=project%20x'],
    ['tel:+49-30-901820', 'tel:+4930901820'],
  ]
  const different: [a: string, b: string][] = [
    ['SIP:ALICE@AtLanTa.CoM;Transport=udp', 'sip:alice@AtLanTa.CoM;Transport=UDP'],
    ['sip:bob@biloxi.com', 'sip:bob@biloxi.com:5060'],
    ['sip:bob@biloxi.com', 'sip:bob@biloxi.com;transport=udp'],
    ['sip:bob@biloxi.com', 'sip:bob@biloxi.com:6000;transport=tcp'],
    ['sip:carol@chicago.com', 'sip:carol@chicago.com?Subject=next%20meeting'],
    ['sip:bob@phone21.boxesbybob.com', 'sip:bob@192.0.2.4'],
    ['sip:carol@chicago.com;security=off', 'sip:carol@chicago.com;security=on'],
    ['sip:alice@atlanta.com', 'sips:alice@atlanta.com'],
    ['sip:null-%00-null@example.com', 'sip:null-@example.com'],
    ['tel:+4930901820', 'tel:+4930901821'],
    ['tel:+4930901820', 'tel:+4930901820;ext=1'],
  ]
  const compare = (a: string, b: string): boolean | undefined => {
    const [left, right] = [parseUri(a), parseUri(b)]
    return left && right && urisEqual(left, right)
  }
  for (const [a, b] of equal) assert.equal(compare(a, b), true, `${a} = ${b}`)
  for (const [a, b] of different) {
    assert.equal(compare(a, b), false, `${a} ≠ ${b}`)
    assert.equal(compare(b, a), false, `${b} ≠ ${a}`)
  }
})

test('visual separators are no digits', () => {
  const uri = parseUri('tel:+49-(30)-901.820')
  assert.equal(uri?.scheme === 'tel' && telDigits(uri), '+4930901820')
})
