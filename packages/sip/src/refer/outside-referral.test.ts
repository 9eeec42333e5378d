import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RawPeer } from '../test-support/raw-peer.ts'
import { World } from '../test-support/world.ts'
import type { OutsideReferral } from './referral.ts'

const TO_CAROL = [['Refer-To', '<sip:carol@example.com>']] as const

/** Bob sends a REFER outside any dialog; `take` is the application. */
function refers(headers: readonly (readonly [string, string])[], take?: (referral: OutsideReferral) => void) {
  const world = new World({ alone: true })
  const { alice } = world
  alice.stack.serve({
    invite: () => assert.fail('no INVITE'),
    request: (request) => void alice.requests.send(request),
    ...(take && { refer: take }),
  })
  const bob = new RawPeer(world, '10.0.0.2')
  bob.invite({ method: 'REFER', headers })
  return { world, bob }
}

test('a REFER outside dialogs makes a dialog of its own for its NOTIFYs', async () => {
  const { world, bob } = refers(TO_CAROL, (referral) => {
    assert.equal(referral.target.uri, 'sip:carol@example.com')
    const progress = referral.accept()
    world.clock.after(1000, () => progress.tell(200))
  })
  const answer = await bob.takeResponse('202 REFER')
  const first = await bob.takeRequest('NOTIFY 1')
  assert.equal(first.headers.get('From'), answer.headers.get('To'))
  assert.equal(Buffer.from(first.body).toString(), 'SIP/2.0 100 Trying\r\n')
  bob.reply(first, 200)
  const last = await bob.takeRequest('NOTIFY 2')
  assert.equal(last.headers.get('Subscription-State'), 'terminated;reason=noresource')
  bob.reply(last, 200)
  await world.assertQuiet()
})

test('it may be challenged, or dropped', async () => {
  const challenged = refers(TO_CAROL, (referral) => referral.reject(401, { headers: [['WWW-Authenticate', 'Digest realm="x"']] }))
  assert.equal((await challenged.bob.takeResponse('401')).headers.get('WWW-Authenticate'), 'Digest realm="x"')
  const dropped = refers(TO_CAROL, (referral) => referral.drop())
  await dropped.world.clock.advance(60_000)
  assert.deepEqual(dropped.bob.waiting, [])
  await dropped.world.assertQuiet()
})

test('one that cannot be read is answered 400', async () => {
  const { bob } = refers([], () => assert.fail('unreadable'))
  await bob.take('400 REFER')
})

test('an application that takes no such REFER gets it as any other request', async () => {
  const { world, bob } = refers(TO_CAROL)
  const request = await world.next(world.alice.requests)
  request.respondByDefault()
  await bob.take('405 REFER')
})
