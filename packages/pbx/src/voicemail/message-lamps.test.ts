import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { hotDeskingOf } from '../hot-desking/hot-desks.ts'
import { PaperWatcher } from '../test-support/paper-watcher.ts'
import { subscriberOf } from '../test-support/test-pbx.ts'
import { MessageLamps, summaryOf } from './message-lamps.ts'
import { MailboxWorld } from './test-support/mailbox-world.ts'

/** The counts in each document. */
function told({ documents }: PaperWatcher): readonly string[] {
  return documents.map((document) => /Voice-Message: (\S+)/.exec(document)?.[1] ?? '')
}

const device = (number: string): PaperWatcher => new PaperWatcher(`sip:${number}@acme.example`)

async function setUp() {
  const world = await MailboxWorld.open()
  return { world, lamps: new MessageLamps({ archive: world.archive, directory: world.pbx.directory(), logger: silentLogger }) }
}

test('VM-04: a device is told at once, after each change, and no more once it has left', async () => {
  const { world, lamps } = await setUp()
  world.leave('m1')
  world.leave('m2', 'saved')
  const lamp = device('10')
  lamps.service().subscribed(lamp, subscriberOf('acme', '10'))
  await world.settle()
  world.leave('m3')
  await lamps.changed(world.box)
  assert.deepEqual(told(lamp), ['1/1', '2/1'])
  lamp.leave()
  await world.settle()
  await lamps.changed(world.box)
  assert.deepEqual([lamp.documents.length, lamps.size], [2, 0])
})

test('an extension without a mailbox has no messages', async () => {
  const { world, lamps } = await setUp()
  const lamp = device('11')
  lamps.service().subscribed(lamp, subscriberOf('acme', '11'))
  await world.settle()
  assert.deepEqual(told(lamp), ['0/0'])
})

test('at a shared phone the lamp asks again when somebody logs in or out there, those of others do not', async () => {
  const { world, lamps } = await setUp()
  const service = lamps.service()
  const [shared, own] = [device('10'), device('10')]
  service.subscribed(shared, { ...subscriberOf('acme', '10'), phone: { extensionId: 'acme-90', number: '90' } })
  service.subscribed(own, subscriberOf('acme', '10'))
  await world.settle()
  const tenant = world.pbx.directory().tenant('acme')
  assert.ok(tenant)
  const at = (extensionId: string | undefined) => ({
    ...tenant,
    hotDesking: hotDeskingOf([['acme-90', extensionId === undefined ? undefined : { extensionId, sinceMs: 0 }]], []),
  })
  lamps.replaced(at('acme-10'), at('acme-10'))
  assert.deepEqual([shared.terminated, own.terminated], [undefined, undefined])
  lamps.replaced(at(undefined), at('acme-10'))
  await world.settle()
  assert.deepEqual([shared.terminated, own.terminated, lamps.size], ['deactivated', undefined, 1])
})

test('an extension has 20 lamps at most', async () => {
  const { world, lamps } = await setUp()
  const service = lamps.service()
  for (let each = 0; each < 20; each++) service.subscribed(device('10'), subscriberOf('acme', '10'))
  await world.settle()
  const late = device('10')
  service.subscribed(late, subscriberOf('acme', '10'))
  assert.deepEqual([late.status, lamps.size], [403, 20])
})

test('the summary has the lines of RFC 3842', () => {
  const { body, contentType } = summaryOf({ new: 2, saved: 8 }, 'sip:10@acme.example')
  assert.equal(body, 'Messages-Waiting: yes\r\nMessage-Account: sip:10@acme.example\r\nVoice-Message: 2/8 (0/0)\r\n')
  assert.equal(contentType, 'application/simple-message-summary')
})
