import assert from 'node:assert/strict'
import { test } from 'node:test'
import { below, seededRandom } from '@klinke/foundation'
import { naptrQuestion, readNaptrAnswer } from './naptr-message.ts'

const NAME = '8.7.6.9.4.e164.arpa'
const question = naptrQuestion(NAME, 0x1234) ?? Buffer.alloc(0)
const text = (value: string): Buffer => Buffer.concat([Buffer.of(value.length), Buffer.from(value)])

function answer(records: readonly Buffer[], flags = 0x8180): Buffer {
  const header = Buffer.from(question)
  header.writeUInt16BE(flags, 2)
  header.writeUInt16BE(records.length, 6)
  return Buffer.concat([header, ...records])
}

function record(ttlSeconds: number, data: Buffer, type = 35): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(type, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(ttlSeconds, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

const REGEXP = '!^.*$!sip:info@example.com!'
const DATA = Buffer.concat([Buffer.of(0, 100, 0, 10), text('u'), text('E2U+sip'), text(REGEXP), Buffer.of(0)])
const ALIAS = Buffer.concat([text('other'), Buffer.of(0xc0, 0x0c)])

test('the records of an answer are read, with the shortest time that one of them, or an alias on the way, counts', () => {
  const read = readNaptrAnswer(answer([record(50, ALIAS, 5), record(300, DATA), record(200, DATA)]), question)
  assert.ok(read.kind === 'records')
  assert.equal(read.ttlSeconds, 50)
  assert.deepEqual(read.records[0], { order: 100, preference: 10, flags: 'u', service: 'E2U+sip', regexp: REGEXP, replacement: '' })
  assert.equal(read.records.length, 2)
})

const forged = answer([record(300, DATA)])
forged.writeUInt16BE(0x4321, 0)
const elsewhere = Buffer.concat([(naptrQuestion('1.e164.arpa', 0x1234) ?? Buffer.alloc(0)).fill(0x80, 2, 3), record(300, DATA)])
const rows: readonly (readonly [what: string, message: Buffer, kind: string])[] = [
  ['no such name', answer([], 0x8183), 'records'],
  ['no such record', answer([]), 'records'],
  ['an answer that did not fit', answer([], 0x8380), 'truncated'],
  ['a server that has failed', answer([], 0x8182), 'unusable'],
  ['another id', forged, 'unusable'],
  ['another question', elsewhere, 'unusable'],
  ['a question', answer([], 0x0100), 'unusable'],
  ['nothing', Buffer.alloc(0), 'unusable'],
  ['a record that leads out of the datagram', answer([record(300, DATA)]).subarray(0, -3), 'unusable'],
]
for (const [what, message, kind] of rows) test(`${what} is ${kind}`, () => assert.equal(readNaptrAnswer(message, question).kind, kind))

test('whatever is damaged in an answer, reading it ends', () => {
  const random = seededRandom(6116)
  for (let round = 0; round < 20_000; round++) {
    const damaged = Buffer.from(answer([record(50, ALIAS, 5), record(300, DATA)]))
    for (let flips = 1 + below(random, 6); flips > 0; flips--)
      damaged[question.length + below(random, damaged.length - question.length)] = below(random, 256)
    readNaptrAnswer(damaged.subarray(0, below(random, damaged.length + 1)), question)
  }
})

test('what is no name is not asked for', () => {
  for (const name of ['', 'a..b', 'x'.repeat(64), `${'a.'.repeat(130)}b`]) assert.equal(naptrQuestion(name, 1), undefined)
})
