import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subscriber } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import { buildRequest, type IncomingSubscription, type NotifyContent, type SubscriptionEnd } from '@klinke/sip'
import { hotDeskingOf } from '../hot-desking/hot-desks.ts'
import { MessageLamps, summaryOf } from './message-lamps.ts'
import { MailboxWorld } from './test-support/mailbox-world.ts'

/** A phone that subscribes, on paper: what it was told, and how it was refused. */
class PaperLamp implements IncomingSubscription {
  readonly request = buildRequest({
    method: 'SUBSCRIBE',
    uri: 'sip:10@x',
    from: '<sip:10@x>;tag=a',
    to: '<sip:10@x>',
    callId: 'c',
    cseq: 1,
  })
  readonly flow = {
    id: 'f',
    protocol: 'UDP',
    local: { address: '192.0.2.1', port: 5060 },
    remote: { address: '192.0.2.2', port: 5060 },
  } as const
  readonly expiresSeconds = 3_600
  readonly told: string[] = []
  rejected: number | undefined
  terminated: string | undefined
  readonly #end = Promise.withResolvers<SubscriptionEnd>()

  accept(content: () => NotifyContent | undefined) {
    const tell = (): void => void this.told.push(/Voice-Message: (\S+)/.exec(String(content()?.body))?.[1] ?? '')
    tell()
    return { activate: tell, changed: tell, terminate: (reason: string) => this.end(reason), ended: this.#end.promise }
  }

  reject(status: number): void {
    this.rejected = status
  }

  drop(): void {
    this.rejected = 0
  }

  end(reason: string): void {
    this.terminated = reason
    this.leave()
  }

  leave(): void {
    this.#end.resolve({ by: 'subscriber' })
  }
}

function subscriber(number: string): Subscriber {
  const registration = { maxContacts: 4, whenFull: 'refuse', minExpiresSeconds: 60, maxExpiresSeconds: 3_600 } as const
  const account = { username: number, domain: 'acme.example', ha1: { md5: '', sha256: '' }, registration }
  return { tenantId: 'acme', extensionId: `acme-${number}`, extensionNumber: number, ...account }
}

async function setUp() {
  const world = await MailboxWorld.open()
  return { world, lamps: new MessageLamps({ archive: world.archive, directory: world.pbx.directory(), logger: silentLogger }) }
}

test('VM-04: a device is told at once, after each change, and no more once it has left', async () => {
  const { world, lamps } = await setUp()
  world.leave('m1')
  world.leave('m2', 'saved')
  const lamp = new PaperLamp()
  await lamps.subscribed(lamp, subscriber('10'))
  world.leave('m3')
  await lamps.changed(world.box)
  assert.deepEqual(lamp.told, ['1/1', '2/1'])
  lamp.leave()
  await world.settle()
  await lamps.changed(world.box)
  assert.deepEqual([lamp.told.length, lamps.size], [2, 0])
})

test('an extension without a mailbox has no messages', async () => {
  const { lamps } = await setUp()
  const lamp = new PaperLamp()
  await lamps.subscribed(lamp, subscriber('11'))
  assert.deepEqual(lamp.told, ['0/0'])
})

test('at a shared phone the lamp asks again when somebody logs in or out there, those of others do not', async () => {
  const { world, lamps } = await setUp()
  const [shared, own] = [new PaperLamp(), new PaperLamp()]
  await lamps.subscribed(shared, { ...subscriber('10'), phone: { extensionId: 'acme-90', number: '90' } })
  await lamps.subscribed(own, subscriber('10'))
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
  const { lamps } = await setUp()
  for (let device = 0; device < 20; device++) await lamps.subscribed(new PaperLamp(), subscriber('10'))
  const late = new PaperLamp()
  await lamps.subscribed(late, subscriber('10'))
  assert.deepEqual([late.rejected, lamps.size], [403, 20])
})

test('the summary has the lines of RFC 3842', () => {
  const { body, contentType } = summaryOf({ new: 2, saved: 8 }, 'sip:10@acme.example')
  assert.equal(body, 'Messages-Waiting: yes\r\nMessage-Account: sip:10@acme.example\r\nVoice-Message: 2/8 (0/0)\r\n')
  assert.equal(contentType, 'application/simple-message-summary')
})
