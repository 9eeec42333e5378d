import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperCaller, type PaperPhone, VirtualClock } from '@klinke/testbed'
import { RunningConferences } from '../conferences/running-conferences.ts'
import { openConferences } from '../conferences/slice.ts'
import { PaperNames, plainPins, room } from '../conferences/test-support/rooms.ts'
import { absentDatabase } from '../test-support/absent-database.ts'
import { TestPbx } from '../test-support/test-pbx.ts'

const SLOT = { id: 'slot-75', number: '75' }

/** A call of one customer's extension 10 to another customer, whose extensions are 20 to 22. */
class TwoCustomers extends TestPbx {
  constructor() {
    super(
      [
        { id: 'acme', extensions: ['10', '11'], numbers: { '+4922155500': '10' } },
        {
          ...{ id: 'bolt', extensions: ['20', '21', '22'] },
          numbers: { '+4922166600': '20', '+4922166670': { kind: 'conference', targetId: 'room-1' } },
          targets: [{ kind: 'park-slot', id: SLOT.id, name: 'Park', number: SLOT.number }],
          parts: {
            park: { slots: [SLOT], returnSeconds: 60 },
            pickup: { directed: 'everyone', groupsOf: new Map() },
            conferences: new Map([['room-1', room()]]),
          },
        },
      ],
      {
        instead: {
          conferences: openConferences({
            database: absentDatabase,
            clock: new VirtualClock(),
            pins: plainPins,
            running: new RunningConferences(new PaperNames()),
          }),
        },
      },
    )
  }

  /** 10 calls the other customer, whose 20 answers. */
  async talking(): Promise<{ readonly anna: PaperCaller; readonly bea: PaperPhone }> {
    const anna = await this.dial('acme', '10', '022166600')
    const bea = this.phone()
    bea.answer('answer of 20')
    await this.settle()
    return { anna, bea }
  }

  settle(): Promise<void> {
    return this.clock.advance(0)
  }

  /** How many endpoints were last connected with each other, in the calls that go on. */
  get connections(): number {
    return this.media.sessions.filter(({ closed, log }) => !closed && log.at(-1)?.startsWith('connect')).length
  }

  /** Everybody is on the hook: one final record for each that began. */
  assertOver(): void {
    assert.equal(this.media.opened, 0)
    assert.deepEqual([...this.live.ofTenant('acme'), ...this.live.ofTenant('bolt')], [])
    assert.equal(this.ended.length, this.started.length)
  }
}

test('attended transfer: the other customer connects its caller with a colleague, and each customer has its own records until its party goes', async () => {
  const pbx = new TwoCustomers()
  const { anna, bea } = await pbx.talking()
  const consultation = await pbx.dial('bolt', '20', '21')
  const carl = pbx.phone()
  carl.answer('answer of 21')
  await pbx.settle()
  const { callId } = consultation.session
  const replaces = { callId, toTag: 'exchange', fromTag: 'peer', earlyOnly: false, params: [] }
  const refer = bea.session.sendRefer({ uri: 'sip:21@bolt.example', replaces })
  await pbx.clock.advance(3000)
  assert.deepEqual([refer.told.at(-1), anna.session.over, carl.session.over, bea.session.over], [200, false, false, true])
  assert.equal(pbx.connections, 1)
  assert.deepEqual([pbx.live.ofTenant('acme').length, pbx.live.ofTenant('bolt').length], [1, 1], 'both customers see the call')
  assert.equal(pbx.ended.length, 0)
  anna.session.hangUp()
  await pbx.settle()
  assert.equal(carl.session.over, true)
  pbx.assertOver()
  assert.deepEqual(
    pbx.ended.map(({ tenantId, sipStatus }) => [tenantId, sipStatus]),
    [
      ['acme', undefined],
      ['bolt', undefined],
      ['bolt', undefined],
    ],
  )
})

test('blind transfer: the other customer sends its caller to a colleague, which is a call of its own', async () => {
  const pbx = new TwoCustomers()
  const { anna, bea } = await pbx.talking()
  const refer = bea.session.sendRefer({ uri: 'sip:21@bolt.example' })
  await pbx.settle()
  assert.match(pbx.phone().invite.uri, /21@bolt/)
  pbx.phone().answer('answer of 21')
  await pbx.clock.advance(3000)
  assert.deepEqual([refer.told.at(-1), anna.session.over, bea.session.over], [200, false, true])
  pbx.phone().session.hangUp()
  await pbx.settle()
  pbx.assertOver()
  assert.deepEqual(
    pbx.started.map(({ tenantId, caller, called }) => [tenantId, caller.number, called.number]),
    [
      ['acme', '10', '+4922166600'],
      ['bolt', '+4922155500', '+4922166600'],
      ['bolt', '20', '21'],
    ],
  )
})

test('a colleague picks up what rings from another customer', async () => {
  const pbx = new TwoCustomers()
  const anna = await pbx.dial('acme', '10', '022166600')
  pbx.phone().ring()
  await pbx.settle()
  const picker = await pbx.dial('bolt', '21', '*8020')
  assert.deepEqual([anna.final, picker.final, pbx.connections], [200, 200, 1])
  picker.session.hangUp()
  await pbx.settle()
  assert.equal(anna.session.over, true)
  pbx.assertOver()
})

test('a caller of another customer is parked and taken by a colleague', async () => {
  const pbx = new TwoCustomers()
  const { anna, bea } = await pbx.talking()
  const refer = bea.session.sendRefer({ uri: 'sip:75@bolt.example' })
  await pbx.clock.advance(3000)
  assert.equal(refer.told.at(-1), 200)
  const taker = await pbx.dial('bolt', '22', '75')
  assert.deepEqual([taker.final, pbx.connections], [200, 1])
  anna.session.hangUp()
  await pbx.settle()
  assert.equal(taker.session.over, true)
  pbx.assertOver()
})

test('callers of two customers meet in a conference room of one of them', async () => {
  const pbx = new TwoCustomers()
  const callers = [
    await pbx.dial('acme', '10', '022166670'),
    await pbx.dial('bolt', '21', '022166670'),
    await pbx.dial('acme', '11', '022166670'),
  ]
  for (let round = 0; round < 4; round++) {
    for (const { playbacks } of pbx.media.sessions) for (const playback of playbacks) playback.end('finished')
    await pbx.settle()
  }
  const mixed = pbx.media.sessions.flatMap(({ rooms, closed }) => (closed ? [] : rooms.flatMap(({ members }) => [...members.keys()])))
  assert.deepEqual([callers.map(({ final }) => final), mixed.length], [[200, 200, 200], 3])
  for (const { session } of callers) session.hangUp()
  await pbx.settle()
  pbx.assertOver()
})

test('who takes part in none of the calls moves nobody', async () => {
  const pbx = new TwoCustomers()
  const { anna } = await pbx.talking()
  const stranger = await pbx.dial('acme', '11', '10', [], { kind: 'session', session: anna.session })
  assert.equal(stranger.final, 403)
  assert.equal(anna.session.over, false)
})
