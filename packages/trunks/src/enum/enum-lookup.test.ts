import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TableResolver, VirtualClock } from '@klinke/testbed'
import { guardedResolver } from '../lines/guarded-resolver.ts'
import { ENUM_DEADLINE_MS, EnumLookup, type EnumParts } from './enum-lookup.ts'
import type { EnumRecord } from './naptr-uri.ts'

const NUMBER = '+493012345678'
const OWN = '8.7.6.5.4.3.2.1.0.3.9.4.own.example'
const PUBLIC = '8.7.6.5.4.3.2.1.0.3.9.4.e164.arpa'
const RECORD: EnumRecord = { order: 1, preference: 1, flags: 'u', service: 'E2U+sip', regexp: '!^.*$!sip:info@holder.example!' }
const HOSTS = { 'holder.example': ['203.0.113.7'], 'inside.example': ['10.0.0.1'] }

interface World {
  readonly lookup: EnumLookup
  readonly clock: VirtualClock
  readonly asked: string[]
}

function world(zone: Readonly<Record<string, readonly EnumRecord[]>>, more: Partial<EnumParts> = {}): World {
  const clock = new VirtualClock()
  const asked: string[] = []
  const naptr = (name: string): Promise<readonly EnumRecord[]> => {
    asked.push(name)
    return Promise.resolve(zone[name] ?? [])
  }
  const isForbidden = (address: string): boolean => address.startsWith('10.')
  const resolver = guardedResolver(new TableResolver(HOSTS), isForbidden)
  return { clock, asked, lookup: new EnumLookup({ zones: ['own.example', 'e164.arpa'], naptr, resolver, clock, ...more }) }
}

test("the operator's own zone is asked before the public one, and where it lists a number no other is asked", async () => {
  const own = world({ [OWN]: [RECORD], [PUBLIC]: [RECORD] })
  const answer = await own.lookup.find(NUMBER)
  assert.deepEqual([answer.kind, own.asked], ['listed', [OWN]])
  const both = world({ [PUBLIC]: [RECORD] })
  const found = await both.lookup.find(NUMBER)
  assert.deepEqual(both.asked, [OWN, PUBLIC])
  assert.deepEqual(found.kind === 'listed' ? found.places.map(({ uri, targets }) => [uri, targets[0]?.remote.address]) : [], [
    ['sip:info@holder.example', '203.0.113.7'],
  ])
})

test('a number that no zone lists is not listed; without zones the DNS is not asked', async () => {
  assert.equal((await world({}).lookup.find(NUMBER)).kind, 'not-listed')
  const without = world({}, { zones: [] })
  assert.deepEqual([(await without.lookup.find(NUMBER)).kind, without.asked], ['not-listed', []])
})

test('a DNS that hangs costs a second and no more', async () => {
  const hanging = world({}, { naptr: () => new Promise(() => undefined) })
  const finding = hanging.lookup.find(NUMBER)
  await hanging.clock.advance(ENUM_DEADLINE_MS)
  assert.deepEqual(await finding, { kind: 'silent' })
})

test('a DNS that lies leads nobody into networks of ours', async () => {
  const lying = world({ [OWN]: [{ ...RECORD, regexp: '!^.*$!sip:admin@inside.example!' }] })
  assert.deepEqual(await lying.lookup.find(NUMBER), { kind: 'forbidden', uri: 'sip:admin@inside.example' })
  const literal = world({ [OWN]: [{ ...RECORD, regexp: '!^.*$!sip:admin@10.0.0.1!' }, RECORD] })
  const answer = await literal.lookup.find(NUMBER)
  assert.deepEqual(answer.kind === 'listed' ? answer.places.map(({ uri }) => uri) : [], ['sip:info@holder.example'])
})
