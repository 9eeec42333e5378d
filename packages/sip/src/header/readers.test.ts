import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  Contact,
  contactExpiresSeconds,
  contactInstance,
  contactPreference,
  contactRegId,
  editHeaders,
  type HeaderType,
  isRfc3261Branch,
  isWildcardContact,
  makeHeaders,
  paramText,
  parseNameAddr,
  parseUri,
  quote,
  Supported,
  tagOf,
  understands,
  unquote,
  withoutParam,
  withParam,
  withTag,
} from '../index.ts'

function contact(params: string) {
  const value = Contact.parse(`<sip:10@192.0.2.7>${params}`)
  assert.ok(value)
  return value
}

test('a contact tells its expiry, preference, device and flow', () => {
  const value = contact(';expires=60;q=0.7;+sip.instance="<urn:uuid:1>";reg-id=2')
  assert.equal(contactExpiresSeconds(value), 60)
  assert.equal(contactPreference(value), 0.7)
  assert.equal(contactInstance(value), 'urn:uuid:1')
  assert.equal(contactRegId(value), 2)
})

test('contact parameters that are malformed or absent are undefined, and the preference is 1', () => {
  const broken = contact(';expires=soon;q=2;+sip.instance="urn";reg-id=0')
  assert.equal(contactExpiresSeconds(broken), undefined)
  assert.equal(contactPreference(broken), undefined)
  assert.equal(contactInstance(broken), undefined)
  assert.equal(contactRegId(broken), undefined)
  assert.equal(contactPreference(contact('')), 1)
  assert.equal(contactExpiresSeconds(contact(';expires=280297596632815')), undefined)
})

test('Contact: * is a wildcard only when it stands alone', () => {
  assert.equal(isWildcardContact(makeHeaders([['m', '*']])), true)
  const mixed = makeHeaders([['Contact', '*, <sip:a@b>']])
  assert.equal(isWildcardContact(mixed), false)
  assert.equal(mixed.readAll(Contact), undefined)
})

test('list headers are read over several fields, empty elements passed over', () => {
  const headers = makeHeaders([
    ['Supported', '100rel, timer,'],
    ['Subject', 'a, b'],
    ['k', ''],
    ['supported', 'REPLACES'],
  ])
  assert.deepEqual(headers.readAll(Supported), ['100rel', 'timer', 'replaces'])
  assert.deepEqual(headers.list('Subject'), ['a, b'])
  assert.equal(understands(headers, 'replaces'), true)
  assert.equal(understands(headers, 'gruu'), false)
  assert.deepEqual(headers.readAll(Contact), [])
})

test('commas in quotes and brackets do not split a list', () => {
  const headers = makeHeaders([['Contact', '"a, \\", b" <sip:a,b@c;x=",">;y="1,2" , <sip:d@e>']])
  assert.deepEqual(headers.list('Contact'), ['"a, \\", b" <sip:a,b@c;x=",">;y="1,2"', '<sip:d@e>'])
})

test('a value is parsed once, be it well-formed or not', () => {
  for (const text of ['timer', 'no token']) {
    let parses = 0
    const counted: HeaderType<string> = {
      ...Supported,
      parse(value) {
        parses++
        return Supported.parse(value)
      },
    }
    const headers = makeHeaders([['Supported', text]])
    for (let i = 0; i < 3; i++) assert.equal(headers.read(counted), text === 'timer' ? text : undefined)
    for (let i = 0; i < 3; i++) assert.deepEqual(headers.readAll(counted), text === 'timer' ? [text] : undefined)
    assert.equal(parses, 1)
    assert.deepEqual(editHeaders(headers).set('Expires', '0').done().read(counted), text === 'timer' ? text : undefined)
    assert.equal(parses, 1)
  }
})

test('tags and parameters are set without changing the original', () => {
  const party = parseNameAddr('<sip:a@b>;x=1')
  assert.ok(party)
  assert.equal(tagOf(withTag(party, 'new')), 'new')
  assert.equal(tagOf(withTag(withTag(party, 'old'), 'new')), 'new')
  assert.equal(tagOf(party), undefined)
  assert.equal(paramText(withParam(party.params, 'x', '2'), 'x'), '2')
  assert.deepEqual(withoutParam(party.params, 'x'), [])
  assert.equal(withoutParam(party.params, 'y'), party.params)
})

test('quoting is undone by unquoting', () => {
  for (const text of ['', 'a', '"', '\\', 'a"b\\c', '\\"', 'ü€']) assert.equal(unquote(quote(text)), text)
  assert.equal(unquote('"'), '')
})

test('a branch with the cookie alone identifies nothing', () => {
  assert.equal(isRfc3261Branch('z9hG4bK1'), true)
  for (const branch of ['z9hG4bK', '1', '', undefined]) assert.equal(isRfc3261Branch(branch), false)
})

test('a repeated parameter makes the value malformed, and so do too many', () => {
  const many = (count: number): string => Array.from({ length: count }, (_, i) => `;p${i}`).join('')
  assert.ok(parseNameAddr(`<sip:a@b>${many(64)}`))
  assert.ok(parseUri(`sip:a@b${many(64)}`))
  assert.equal(parseNameAddr(`<sip:a@b>${many(65)}`), undefined)
  assert.equal(parseUri(`sip:a@b${many(65)}`), undefined)
  assert.equal(parseNameAddr('<sip:a@b>;tag=1;x;TAG=2'), undefined)
  assert.equal(parseUri('sip:a@b;lr;x;%4Cr'), undefined)
})
