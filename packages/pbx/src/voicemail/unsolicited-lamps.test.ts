import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantProfile } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import type { OutgoingRequest } from '@klinke/sip'
import { paperResponse } from '@klinke/testbed'
import { PaperRegistrar } from '../test-support/paper-registrar.ts'
import { PaperWatcher } from '../test-support/paper-watcher.ts'
import { subscriberOf } from '../test-support/test-pbx.ts'
import { MessageLamps } from './message-lamps.ts'
import { MailboxWorld } from './test-support/mailbox-world.ts'
import { GRACE_MS, UnsolicitedLamps } from './unsolicited-lamps.ts'

async function setUp(unsolicitedMessageLamps?: TenantProfile['unsolicitedMessageLamps']) {
  const profile = unsolicitedMessageLamps === undefined ? {} : { unsolicitedMessageLamps }
  const world = await MailboxWorld.open({}, { profile })
  const { pbx } = world
  const lamps = new MessageLamps({ archive: world.archive, directory: pbx.directory(), logger: silentLogger })
  const registrar = new PaperRegistrar()
  const sent: OutgoingRequest[] = []
  const phone = { answers: 200 }
  const phones = {
    ...{ lookup: (address: string) => registrar.lookup(address), changes: () => registrar.changes(), flow: () => undefined },
    request: (request: OutgoingRequest) => {
      sent.push(request)
      return Promise.resolve(paperResponse(request, phone.answers))
    },
  }
  const unsolicited = new UnsolicitedLamps({ lamps, directory: pbx.directory(), clock: pbx.clock, phones })
  const told = (): readonly string[] => sent.map(({ body }) => /Voice-Message: (\S+)/.exec(String(body))?.[1] ?? '')
  const settle = (ms = GRACE_MS): Promise<void> => pbx.clock.advance(ms)
  return { world, lamps, registrar, sent, told, phone, unsolicited, settle }
}

test('VM-04: a phone that does not subscribe is told when it has registered, and after each change', async () => {
  const { world, lamps, registrar, sent, told, settle } = await setUp()
  world.leave('m1')
  registrar.add('acme', '10')
  await settle()
  world.leave('m2')
  await lamps.changed(world.box)
  assert.deepEqual(told(), ['1/0', '2/0'])
  assert.deepEqual(sent[0], {
    ...{
      method: 'NOTIFY',
      uri: 'sip:10@192.0.2.2',
      from: '<sip:10@acme.example>',
      to: '<sip:10@acme.example>',
      route: [],
      destination: 'resolve',
    },
    headers: [
      ['Event', 'message-summary'],
      ['Subscription-State', 'active'],
    ],
    contentType: 'application/simple-message-summary',
    body: 'Messages-Waiting: yes\r\nMessage-Account: sip:10@acme.example\r\nVoice-Message: 1/0 (0/0)\r\n',
  })
})

test('VM-04: a phone that has subscribed is told once; the other one of the same extension all the same', async () => {
  const { world, lamps, registrar, sent, settle } = await setUp()
  registrar.add('acme', '10', 'asks')
  registrar.add('acme', '10', 'is silent')
  const watcher = new PaperWatcher('sip:10@acme.example', 'asks')
  lamps.service().subscribed(watcher, subscriberOf('acme', '10'))
  await settle()
  assert.equal(sent.length, 1)
  world.leave('m1')
  await lamps.changed(world.box)
  assert.deepEqual([watcher.documents.length, sent.length], [2, 2])
})

const rows = [
  ['never', 0],
  ['unless-subscribed', 0],
  ['always', 1],
] as const
for (const [setting, count] of rows) {
  test(`VM-04: with "${setting}" a phone that has subscribed gets ${count} beside`, async () => {
    const { world, lamps, registrar, sent, settle } = await setUp(setting)
    registrar.add('acme', '10')
    lamps.service().subscribed(new PaperWatcher('sip:10@acme.example'), subscriberOf('acme', '10'))
    await settle(0)
    await lamps.changed(world.box)
    assert.equal(sent.length, count)
  })
}

test('a phone that refuses is told no more until it registers anew', async () => {
  const { world, lamps, registrar, sent, phone, settle } = await setUp()
  phone.answers = 489
  const registration = registrar.add('acme', '10')
  await settle()
  await lamps.changed(world.box)
  assert.equal(sent.length, 1)
  registrar.remove(registration)
  registrar.add('acme', '10')
  await settle()
  assert.equal(sent.length, 2)
})

test('who has no mailbox, or has left meanwhile, is told nothing; after the end nobody is', async () => {
  const { world, lamps, registrar, sent, unsolicited, settle } = await setUp()
  registrar.add('acme', '11')
  registrar.remove(registrar.add('acme', '10'))
  await settle()
  assert.deepEqual(sent, [])
  registrar.add('acme', '10')
  unsolicited.close()
  await settle()
  await lamps.changed(world.box)
  assert.deepEqual(sent, [])
})
