import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { startDns, VirtualClock } from '@klinke/testbed'
import { TimedNaptr } from './timed-naptr.ts'

const RECORD = {
  type: 'NAPTR',
  order: 1,
  preference: 2,
  flags: 'u',
  service: 'E2U+sip',
  replacement: '',
  regexp: '!^.*$!sip:a@x.example!',
} as const

test('records are remembered for as long as they say, and shared by who asks at the same time', async () => {
  const dns = await startDns({ '1.e164.arpa': [RECORD] }, 100)
  const clock = new VirtualClock()
  const naptr = new TimedNaptr({ clock, random: seededRandom(1), servers: [dns.server] })
  const [one, two] = await Promise.all([naptr.find('1.e164.arpa'), naptr.find('1.E164.arpa')])
  const { type: _type, ...record } = RECORD
  assert.deepEqual([one, two], [[record], [record]])
  await clock.advance(99_000)
  await naptr.find('1.e164.arpa')
  assert.equal(dns.asked.length, 1)
  await clock.advance(2_000)
  await naptr.find('1.e164.arpa')
  assert.equal(dns.asked.length, 2)
  assert.deepEqual(await naptr.find('2.e164.arpa'), [])
  dns.close()
})

test('where the first name server is silent the second is asked; where none answers there is nothing', async () => {
  const [silent, other] = [await startDns({}), await startDns({ '1.e164.arpa': [RECORD] })]
  silent.fallSilent()
  const clock = new VirtualClock()
  const random = seededRandom(1)
  const both = new TimedNaptr({ clock, random, servers: [silent.server, other.server] })
  assert.equal((await both.find('1.e164.arpa')).length, 1)
  assert.deepEqual(await new TimedNaptr({ clock, random, servers: [silent.server] }).find('1.e164.arpa'), [])
  silent.close()
  other.close()
})
