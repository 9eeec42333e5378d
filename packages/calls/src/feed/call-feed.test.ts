import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneSdp } from '@klinke/testbed'
import { TransferWorld } from '../transfer/test-support/transfer-world.ts'
import type { CallFeed } from './call-feed.ts'

/** What the feed tells from now on, one line each. */
function told(feed: CallFeed): string[] {
  const lines: string[] = []
  void (async () => {
    for await (const change of feed) {
      if (change.kind === 'missed') lines.push('missed')
      else lines.push([change.local.number, change.state, change.remote?.number ?? '-', ...(change.holds ? ['holds'] : [])].join(' '))
    }
  })()
  return lines
}

test('each step of a call is told for both extensions, once', async () => {
  const world = await TransferWorld.talking()
  const feed = world.exchange.control.calls.changes()
  const lines = told(feed)
  const caller = await world.call('12', '13', false)
  world.phone('13').ring()
  await world.settle()
  world.phone('13').answer('answer')
  await world.settle()
  caller.session.hangUp()
  await world.settle()
  assert.deepEqual(lines, [
    '12 trying 13',
    '13 trying 12',
    '13 early 12',
    '12 early 13',
    '13 confirmed 12',
    '12 confirmed 13',
    '12 terminated 13',
    '13 terminated 12',
  ])
  feed.close()
})

test('a reader that comes later sees how things stand, with the names that a Replaces would use', async () => {
  const world = await TransferWorld.talking()
  await world.call('12', '13', false)
  world.phone('13').ring()
  await world.settle()
  const dialogs = world.exchange.control.calls.dialogs('customer')
  assert.deepEqual(
    dialogs.map(({ local, state, direction }) => [local.number, state, direction]),
    [
      ['10', 'confirmed', 'initiator'],
      ['11', 'confirmed', 'recipient'],
      ['12', 'early', 'initiator'],
      ['13', 'early', 'recipient'],
    ],
  )
  assert.deepEqual(dialogs[3]?.sip, { callId: world.phone('13').callId, localTag: 'peer', remoteTag: 'exchange' })
})

test('a reader is told of the extensions it wants only, and of each from how it stood when it began to want it', async () => {
  const world = await TransferWorld.talking()
  const wanted = new Set(['ext-12'])
  const { calls } = world.exchange.control
  const lines = told(calls.changes(({ extensionId }) => wanted.has(extensionId)))
  const caller = await world.call('12', '13', false)
  assert.deepEqual(lines, ['12 trying 13'])
  wanted.delete('ext-12')
  world.phone('13').ring()
  await world.settle()
  const owner = { tenantId: 'customer', extensionId: 'ext-12' }
  assert.deepEqual(
    calls.dialogsOf(owner).map(({ local, state }) => [local.number, state]),
    [['12', 'early']],
  )
  wanted.add('ext-12')
  world.phone('13').answer('answer')
  await world.settle()
  caller.session.hangUp()
  await world.settle()
  assert.deepEqual(lines, ['12 trying 13', '12 confirmed 13', '12 terminated 13'])
})

test('hold, and a new partner after a transfer, are told', async () => {
  const world = await TransferWorld.talking()
  const lines = told(world.exchange.control.calls.changes())
  const [media] = world.exchange.media.sessions
  const [call] = world.exchange.control.calls.ofTenant('customer')
  assert.ok(media && call)
  for (const leg of call.legs) leg.agreed = phoneSdp('192.0.2.10', 1, 'sendrecv')
  media.directions.set('caller', 'sendonly')
  await world.caller.session.sendOffer(phoneSdp('192.0.2.10', 2, 'sendonly'))
  await world.settle()
  assert.deepEqual(lines, ['10 confirmed 11 holds'])
  world.caller.session.sendRefer({ uri: 'sip:12@customer.example' })
  await world.settle()
  world.phone('12').answer('answer')
  await world.settle()
  assert.ok(lines.includes('12 confirmed 11'), lines.join(', '))
  assert.ok(lines.includes('11 confirmed 12'), lines.join(', '))
  assert.ok(lines.at(-1)?.startsWith('10 terminated'), lines.join(', '))
})
