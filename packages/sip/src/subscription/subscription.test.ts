import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Channel } from '@klinke/foundation'
import { LOSSY_LINK } from '@klinke/testbed'
import { RawPeer } from '../test-support/raw-peer.ts'
import { World } from '../test-support/world.ts'
import type { IncomingSubscription, NotifierSubscription, OutgoingSubscription } from './subscription.ts'

const WANTED: OutgoingSubscription = {
  uri: 'sip:mailbox@10.0.0.2',
  from: '<sip:alice@10.0.0.1>',
  to: '<sip:mailbox@10.0.0.2>',
  destination: 'resolve',
  event: 'message-summary',
  accept: 'application/simple-message-summary',
  expiresSeconds: 600,
}

function serve(world: World): Channel<IncomingSubscription> {
  const subscriptions = new Channel<IncomingSubscription>()
  world.bob.stack.notify({
    event: 'message-summary',
    defaultExpiresSeconds: 3600,
    minExpiresSeconds: 60,
    maxExpiresSeconds: 7200,
    subscribed: (subscription) => void subscriptions.send(subscription),
  })
  return subscriptions
}

const content = (waiting: string) => () => ({ body: `Messages-Waiting: ${waiting}`, contentType: 'application/simple-message-summary' })

test('a subscription tells the state at once and each change, refreshes itself, and ends when the subscriber leaves', async () => {
  const world = new World()
  const subscriptions = serve(world)
  const subscriber = world.alice.stack.subscribe(WANTED)
  const incoming = await world.next(subscriptions)
  assert.equal(incoming.expiresSeconds, 600)
  let waiting = 'no'
  const notifier = incoming.accept(() => content(waiting)())
  const first = await world.next(subscriber.notifications)
  assert.deepEqual([first.state, first.body], ['active', 'Messages-Waiting: no'])
  waiting = 'yes'
  notifier.changed()
  assert.equal((await world.next(subscriber.notifications)).body, 'Messages-Waiting: yes')
  for (let refreshes = 0; refreshes < 10; refreshes++) assert.equal((await world.next(subscriber.notifications)).state, 'active')
  assert.ok(world.clock.nowMs() > 5_000_000)
  subscriber.unsubscribe()
  assert.equal((await world.next(subscriber.notifications)).state, 'terminated')
  assert.deepEqual(await world.run(subscriber.ended), { by: 'subscriber' })
  assert.deepEqual(await world.run(notifier.ended), { by: 'subscriber' })
  await world.assertQuiet()
})

test('changes that come faster than the peer answers are told together', async () => {
  const world = new World()
  const subscriptions = serve(world)
  const subscriber = world.alice.stack.subscribe(WANTED)
  let count = 0
  const notifier = (await world.next(subscriptions)).accept(() => content(String(count))())
  await world.next(subscriber.notifications)
  for (count = 1; count < 20; count++) notifier.changed()
  const bodies = [await world.next(subscriber.notifications), await world.next(subscriber.notifications)].map(({ body }) => body)
  assert.equal(bodies[1], 'Messages-Waiting: 20')
})

test('a pending subscription keeps the state to itself until consent', async () => {
  const world = new World()
  const subscriptions = serve(world)
  const subscriber = world.alice.stack.subscribe(WANTED)
  const notifier = (await world.next(subscriptions)).accept(content('secret'), { pending: true })
  const pending = await world.next(subscriber.notifications)
  assert.deepEqual([pending.state, pending.body], ['pending', ''])
  notifier.activate()
  assert.equal((await world.next(subscriber.notifications)).body, 'Messages-Waiting: secret')
})

test('the notifier ends a subscription with a reason and a time to come back', async () => {
  const world = new World()
  const subscriptions = serve(world)
  const subscriber = world.alice.stack.subscribe(WANTED)
  const notifier = (await world.next(subscriptions)).accept(content('no'))
  await world.next(subscriber.notifications)
  notifier.terminate('deactivated', 30)
  assert.deepEqual(await world.run(subscriber.ended), { by: 'notifier', reason: 'deactivated', retryAfterSeconds: 30 })
  await world.assertQuiet()
})

test('a subscription that is not refreshed expires with a last NOTIFY', async () => {
  const world = new World({ alone: true })
  const phone = new RawPeer(world, '10.0.0.2')
  world.alice.stack.notify({
    event: 'dialog',
    defaultExpiresSeconds: 300,
    minExpiresSeconds: 60,
    maxExpiresSeconds: 300,
    subscribed: (subscription) => void subscription.accept(content('no')),
  })
  phone.invite({ method: 'SUBSCRIBE', headers: [['Event', 'dialog']] })
  const ok = await phone.takeResponse('200')
  assert.equal(ok.headers.get('Expires'), '300')
  phone.reply(await phone.takeRequest('NOTIFY 1'), 200)
  const last = await phone.takeRequest('NOTIFY 2')
  assert.equal(last.headers.get('Subscription-State'), 'terminated;reason=timeout')
  assert.equal(Math.round(world.clock.nowMs() / 1000), 300)
  phone.reply(last, 200)
  await world.assertQuiet()
})

const REFUSALS: readonly (readonly [what: string, headers: readonly (readonly [string, string])[], status: number, header: string])[] = [
  [
    'too brief',
    [
      ['Event', 'dialog'],
      ['Expires', '10'],
    ],
    423,
    'Min-Expires',
  ],
  ['for an event nobody knows', [['Event', 'weather']], 489, 'Allow-Events'],
]

for (const [what, headers, status, header] of REFUSALS) {
  test(`a subscription ${what} is answered ${status}`, async () => {
    const world = new World({ alone: true })
    const phone = new RawPeer(world, '10.0.0.2')
    const limits = { defaultExpiresSeconds: 300, minExpiresSeconds: 60, maxExpiresSeconds: 300 }
    world.alice.stack.notify({ event: 'dialog', ...limits, subscribed: (subscription) => void subscription.accept(content('no')) })
    phone.invite({ method: 'SUBSCRIBE', headers })
    if (status === 489) (await world.next(world.alice.requests)).respondByDefault()
    assert.ok((await phone.takeResponse(String(status))).headers.has(header))
  })
}

test('a NOTIFY answered 481 ends the subscription', async () => {
  const world = new World({ alone: true })
  const phone = new RawPeer(world, '10.0.0.2')
  const ends: string[] = []
  const limits = { defaultExpiresSeconds: 300, minExpiresSeconds: 60, maxExpiresSeconds: 300 }
  world.alice.stack.notify({
    event: 'dialog',
    ...limits,
    subscribed: (subscription) => void subscription.accept(content('no')).ended.then((end) => ends.push(end.by)),
  })
  phone.invite({ method: 'SUBSCRIBE', headers: [['Event', 'dialog']] })
  await phone.take('200')
  phone.reply(await phone.takeRequest('NOTIFY'), 481)
  await world.clock.until(() => ends.length > 0)
  assert.deepEqual(ends, ['failure'])
  await world.assertQuiet()
})

test('a NOTIFY that overtakes the 2xx makes the dialog', async () => {
  const world = new World({ alone: true })
  const server = new RawPeer(world, '10.0.0.2')
  const subscriber = world.alice.stack.subscribe(WANTED)
  const subscribe = await server.takeRequest('SUBSCRIBE')
  server.request({
    method: 'NOTIFY',
    uri: 'sip:alice@10.0.0.1:5060',
    from: `${subscribe.headers.get('To')};tag=bob`,
    to: subscribe.headers.get('From') ?? '',
    callId: subscribe.headers.get('Call-ID') ?? '',
    cseq: 1,
    contact: '<sip:mailbox@10.0.0.2>',
    headers: [
      ['Event', 'message-summary'],
      ['Subscription-State', 'active;expires=600'],
    ],
    body: 'x',
    contentType: 'text/plain',
  })
  await server.take('200 NOTIFY')
  server.reply(subscribe, 200, { headers: [['Expires', '600']] })
  assert.equal((await world.next(subscriber.notifications)).state, 'active')
  const refresh = await server.takeRequest('SUBSCRIBE 2')
  assert.match(refresh.headers.get('To') ?? '', /;tag=bob$/)
})

test('a subscription without a NOTIFY within 64·T1 fails', async () => {
  const world = new World({ alone: true })
  const server = new RawPeer(world, '10.0.0.2')
  const subscriber = world.alice.stack.subscribe(WANTED)
  server.reply(await server.takeRequest('SUBSCRIBE'), 200, { headers: [['Expires', '600']] })
  assert.equal((await world.run(subscriber.ended)).by, 'failure')
  assert.equal(world.clock.nowMs(), 32_000)
  await world.assertQuiet()
})

test('hundreds of subscriptions over a lossy network end on both sides and leave nothing', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const world = new World({ seed, conditions: LOSSY_LINK })
    const subscriptions = serve(world)
    const subscriber = world.alice.stack.subscribe(WANTED)
    const notifier = (await world.next(subscriptions)).accept(content('no'))
    await world.clock.advance(seed * 20)
    notifier.changed()
    if (seed % 3 === 0) notifier.terminate('noresource')
    else subscriber.unsubscribe()
    await world.run(Promise.all([subscriber.ended, notifier.ended]))
    await world.assertQuiet()
  }
})

test('who subscribes may be challenged or dropped before anything else is looked at', async () => {
  const world = new World({ alone: true })
  const phone = new RawPeer(world, '10.0.0.2')
  const limits = { defaultExpiresSeconds: 300, minExpiresSeconds: 60, maxExpiresSeconds: 300 }
  world.alice.stack.notify({
    event: 'dialog',
    ...limits,
    subscribed: (subscription) => {
      assert.equal(subscription.flow.remote.address, '10.0.0.2')
      if (subscription.request.headers.has('Subject')) subscription.drop()
      else subscription.reject(401, { headers: [['WWW-Authenticate', 'Digest realm="x"']] })
    },
  })
  phone.invite({
    method: 'SUBSCRIBE',
    callId: 'one',
    headers: [
      ['Event', 'dialog'],
      ['Expires', '1'],
    ],
  })
  assert.ok((await phone.takeResponse('401')).headers.has('WWW-Authenticate'))
  phone.invite({
    method: 'SUBSCRIBE',
    callId: 'two',
    headers: [
      ['Event', 'dialog'],
      ['Subject', 'flood'],
    ],
  })
  await world.clock.advance(60_000)
  assert.deepEqual(phone.waiting, [])
  await world.assertQuiet()
})

test('a dialog holds one subscription: a SUBSCRIBE for another event in it is answered 489 and changes nothing', async () => {
  const world = new World({ alone: true })
  const phone = new RawPeer(world, '10.0.0.2')
  const limits = { defaultExpiresSeconds: 300, minExpiresSeconds: 60, maxExpiresSeconds: 300 }
  world.alice.stack.notify({ event: 'dialog', ...limits, subscribed: (subscription) => void subscription.accept(content('no')) })
  const first = phone.invite({ method: 'SUBSCRIBE', headers: [['Event', 'dialog']] })
  const ok = await phone.takeResponse('200')
  phone.reply(await phone.takeRequest('NOTIFY'), 200)
  const again = { method: 'SUBSCRIBE', cseq: 2, to: ok.headers.get('To') ?? '', from: first.headers.get('From') ?? '' }
  phone.invite({
    ...again,
    headers: [
      ['Event', 'presence'],
      ['Expires', '0'],
    ],
  })
  await phone.take('489')
  phone.invite({
    ...again,
    cseq: 3,
    headers: [
      ['Event', 'dialog'],
      ['Expires', '0'],
    ],
  })
  await phone.take('200')
  assert.match((await phone.takeRequest('NOTIFY')).headers.get('Subscription-State') ?? '', /^terminated/)
})

test('two thousand watchers of one state are told its change, and leave nothing behind', async () => {
  const world = new World()
  const notifiers: NotifierSubscription[] = []
  let state = 'idle'
  world.bob.stack.notify({
    event: 'message-summary',
    defaultExpiresSeconds: 3600,
    minExpiresSeconds: 60,
    maxExpiresSeconds: 7200,
    subscribed: (subscription) => void notifiers.push(subscription.accept(() => content(state)())),
  })
  const watchers = Array.from({ length: 2_000 }, () => world.alice.stack.subscribe(WANTED))
  for (const watcher of watchers) await world.next(watcher.notifications)
  assert.equal(world.bob.stack.statistics().subscriptions, 2_000)
  state = 'busy'
  for (const notifier of notifiers) notifier.changed()
  for (const watcher of watchers) assert.equal((await world.next(watcher.notifications)).body, 'Messages-Waiting: busy')
  for (const watcher of watchers) watcher.unsubscribe()
  await world.run(Promise.all(watchers.map(({ ended }) => ended)))
  await world.assertQuiet()
})
