import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enumName } from './enum-name.ts'
import { type EnumRecord, sipUris } from './naptr-uri.ts'

const NUMBER = '+493012345678'

function record(regexp: string, more: Partial<EnumRecord> = {}): EnumRecord {
  return { order: 100, preference: 10, flags: 'u', service: 'E2U+sip', regexp, ...more }
}

test('RFC 6116 §3.2: the name of a number is its digits backwards in the zone', () => {
  assert.equal(enumName('+442079460148', 'e164.arpa'), '8.4.1.0.6.4.9.7.0.2.4.4.e164.arpa')
})

const rows: readonly (readonly [what: string, records: readonly EnumRecord[], uris: readonly string[]])[] = [
  ['the whole number for a fixed address', [record('!^.*$!sip:info@example.com!')], ['sip:info@example.com']],
  ['a part of the number put into the address', [record('!^\\+4930(.*)$!sip:\\1@berlin.example!')], ['sip:12345678@berlin.example']],
  ['the number with its plus', [record('!^(.*)$!sip:\\1@example.com!')], ['sip:+493012345678@example.com']],
  ['digits as a class', [record('!^\\+([0-9]*)$!sips:\\1@example.com!')], ['sips:493012345678@example.com']],
  ['another delimiter', [record('/^.*$/sip:a@example.com/')], ['sip:a@example.com']],
  ['several services', [record('!^.*$!sip:a@example.com!', { service: 'E2U+email:mailto+sip' })], ['sip:a@example.com']],
  [
    'the order of order and preference',
    [
      record('!^.*$!sip:c@x.example!', { order: 200 }),
      record('!^.*$!sip:b@x.example!', { preference: 20 }),
      record('!^.*$!sip:a@x.example!'),
    ],
    ['sip:a@x.example', 'sip:b@x.example', 'sip:c@x.example'],
  ],
  ['nothing, for another service', [record('!^.*$!mailto:a@example.com!', { service: 'E2U+email:mailto' })], []],
  ['nothing, for a URI of another scheme', [record('!^.*$!http://example.com/!')], []],
  ['nothing, for a number that does not fit', [record('!^\\+43(.*)$!sip:\\1@example.com!')], []],
  ['nothing, for a rule that is not terminal', [record('!^.*$!sip:a@example.com!', { flags: '' })], []],
  ['two parts of the number, each repeated', [record('!^\\+49([0-9]*)0(.*)$!sip:\\1@n\\2.example!')], ['sip:3@n12345678.example']],
  ['nothing, for three repetitions', [record('!^\\+49(.*)0(.*)(.*)$!sip:\\1@example.com!')], []],
  ['nothing, for repetitions that would take for ever', [record(`!^${'.*'.repeat(60)}0$!sip:x@y!`)], []],
  ['nothing, for repetitions in groups that would take for ever', [record(`!^\\+${'([0-9]*)'.repeat(25)}0$!sip:x@y!`)], []],
  ['nothing, for an expression with a choice', [record('!^(.*|.*)*$!sip:a@example.com!')], []],
  ['nothing, for an expression that would take for ever', [record('!^((.*)*)*$!sip:a@example.com!')], []],
  [
    'nothing, for rubbish',
    ['', '!', '!^.*$!sip:a@example.com', '!^.*$!sip:a b@c!', '!^.*$!sip:a@x!q!', 'x'.repeat(1_000)].map((text) => record(text)),
    [],
  ],
]
for (const [what, records, uris] of rows) test(`ENUM gives ${what}`, () => assert.deepEqual(sipUris(records, NUMBER), uris))
