import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CallParty } from '@klinke/calls'
import { VirtualClock } from '@klinke/testbed'
import { Turns } from '../teams/turns.ts'
import { LiveQueues } from './live-queue.ts'
import { placeOf } from './promised-callback.ts'
import { promiseTo } from './resting-callback.ts'

const party = (more: Partial<CallParty>): CallParty => ({
  ...{ tenantId: undefined, extensionId: undefined, number: '+49301234567', displayName: undefined },
  ...more,
})
const INSIDE = party({ tenantId: 'acme', extensionId: 'acme-10', number: '10' })

const rows: readonly (readonly [who: string, promised: CallParty, caller: CallParty, takes: boolean])[] = [
  ['whoever the network vouches for', party({}), party({ isAsserted: true }), true],
  ['whoever only says that it is its number', party({}), party({}), false],
  ['somebody else whom the network vouches for', party({}), party({ number: '+49307654321', isAsserted: true }), false],
  ['the extension, which has proved itself', INSIDE, { ...INSIDE, number: '100' }, true],
  ['somebody outside with the digits of an extension', INSIDE, party({ number: '10', isAsserted: true }), false],
]
for (const [who, promised, caller, takes] of rows) {
  test(`ACD-02: the place of a promised callback is ${takes ? '' : 'not '}taken by ${who}`, () => {
    const clock = new VirtualClock()
    const queue = new LiveQueues(clock, new Turns(), { fileOf: () => undefined }).of('service')
    const kept = { ...{ id: '1', tenantId: 'acme', queueId: 'service', caller: promised, priority: 0, sinceMs: 0, attempts: 0 } }
    const place = placeOf(kept, clock)
    queue.line.join(place)
    assert.equal(promiseTo(caller, 'service', queue, [{ promised: kept, place }]) !== undefined, takes)
  })
}
