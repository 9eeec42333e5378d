import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ringAndTalk, TestExchange, target } from '../test-support/test-exchange.ts'
import type { Attendance } from './talk.ts'

/** Two talk, and the caller of a second call, which was answered, has been taken beside them. */
async function attended() {
  const exchange = new TestExchange({ flow: ringAndTalk(target('11')) })
  const caller = await exchange.call({ offer: 'offer' })
  exchange.phone().answer('answer')
  await exchange.settle()
  const beside = await exchange.call({ offer: 'offer of the one beside' })
  exchange.phone(1).answer('answer')
  await exchange.settle()
  const [call, other] = exchange.control.calls.ofTenant('customer')
  const talk = call?.bridge
  const leg = other?.principal
  assert.ok(call && other && talk && leg)
  assert.equal(exchange.control.exchange.takeOver(leg, other, call), undefined)
  call.parties.attends(leg)
  await exchange.settle()
  const seated: string[] = []
  const attendance: Attendance = {
    seat: (legs) => Promise.resolve(void seated.push(legs.map(({ endpoint }) => endpoint.id).join(' '))),
    has: (each) => each === leg,
    holds: (_leg, holding) => void seated.push(holding ? 'holds' : 'is back'),
  }
  return { exchange, caller, beside, call, talk, leg, attendance, seated, media: exchange.media.sessions[0] }
}

test('who attends is asked to seat the two, as long as it is there; then they are connected directly again', async () => {
  const { talk, attendance, seated, media } = await attended()
  await talk.attend(attendance)
  await talk.arrange()
  assert.deepEqual(seated, ['caller called-1', 'caller called-1'])
  await talk.attend(undefined)
  assert.equal(media?.log.at(-1), 'connect caller called-1')
})

test('EMG-01: when help is called out of the call, who attends it is sent away at once', async () => {
  const { exchange, call, caller, beside } = await attended()
  const [journal] = call.parties.journals
  assert.ok(journal)
  call.parties.undertakes({ ...journal.first.head, id: 'help', emergency: true })
  await exchange.settle()
  assert.deepEqual([beside.session.over, caller.session.over, call.emergency], [true, false, true])
})

test('who attends and falls silent goes alone; the two talk on', async () => {
  const { exchange, leg, media, caller, beside } = await attended()
  media?.events.send({ kind: 'inactive', endpoint: leg.endpoint.id, silentMs: 30_000 })
  await exchange.settle()
  assert.deepEqual([beside.session.over, caller.session.over], [true, false])
})

test('who attends and holds is told of, so that nobody hears the music of its phone', async () => {
  const { exchange, talk, attendance, beside, leg, seated, media } = await attended()
  await talk.attend(attendance)
  media?.directions.set(leg.endpoint.id, 'sendonly')
  await beside.session.sendOffer('an offer')
  await exchange.settle()
  assert.ok(seated.includes('holds'))
})
