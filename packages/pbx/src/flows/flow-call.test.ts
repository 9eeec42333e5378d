import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queueSettings } from '../queues/rules.ts'
import { FlowPbx, paperExtension } from './test-support/flow-pbx.ts'
import { flowOf, paperFlow } from './test-support/worlds.ts'

const SALES = { id: 'sales', kind: 'destination', to: paperExtension('11') }
const END = { id: 'end', kind: 'hang-up', as: 'busy' }

test('IVR-02: a caller hears the menu, presses 2 and talks to the extension behind it', async () => {
  const menu = { id: 'menu', kind: 'menu', prompt: 'welcome', keys: { 1: 'end', 2: 'sales' } }
  const pbx = new FlowPbx([paperFlow('f', menu, SALES, END)])
  const caller = await pbx.dial('acme', '10', '70')
  assert.equal(caller.final, 200)
  assert.equal(pbx.heard, 'welcome')
  await pbx.press('2')
  assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.deepEqual(pbx.steps.slice(0, 4), ['flow-entered', 'flow-asked', 'flow-pressed', 'flow-led'])
  assert.equal(pbx.ended[0]?.cause, 'hung-up-by-caller')
})

test('IVR-04: an announcement before the answer costs nothing', async () => {
  const say = { id: 'say', kind: 'announcement', prompt: 'closed', beforeAnswer: true, next: 'end' }
  const pbx = new FlowPbx([paperFlow('f', say, END)])
  const caller = await pbx.dial('acme', '10', '70')
  assert.equal(pbx.heard, 'closed')
  assert.equal(caller.final, undefined)
  await pbx.heardOut()
  assert.equal(caller.final, 486)
  assert.equal(pbx.ended[0]?.cause, 'busy')
})

test('a menu without a key comes again, and then goes on', async () => {
  const menu = { id: 'menu', kind: 'menu', prompt: 'welcome', keys: { 1: 'end' }, retries: 1, waitSeconds: 5, timedOut: 'sales' }
  const pbx = new FlowPbx([paperFlow('f', menu, SALES, END)])
  await pbx.dial('acme', '10', '70')
  await pbx.heardOut()
  await pbx.clock.advance(5000)
  assert.equal(pbx.phones.length, 0)
  await pbx.heardOut()
  await pbx.clock.advance(5000)
  assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
})

test('the display text stands before the name of the caller', async () => {
  const pbx = new FlowPbx([paperFlow('f', { id: 'set', kind: 'set', displayText: 'Verkauf', next: 'sales' }, SALES)])
  await pbx.dial('acme', '10', '70')
  assert.equal(pbx.phone().invite.from, '"Verkauf: Extension 10" <sip:10@acme.example>')
})

test('what a flow calls outside has a record of its own that says why; refused there, the flow goes on and the record has ended', async () => {
  const outside = { id: 'out', kind: 'destination', to: { kind: 'external', number: '+491701234567' }, otherwise: 'sales' }
  const pbx = new FlowPbx([paperFlow('f', { id: 'say', kind: 'announcement', prompt: 'welcome', next: 'out' }, outside, SALES)])
  const caller = await pbx.dial('acme', '10', '70')
  await pbx.heardOut()
  assert.deepEqual(
    pbx.started.map(({ direction, caller: { number }, called }) => `${direction} ${number} ${called.number}`),
    ['internal 10 70', 'outbound 10 +491701234567'],
  )
  const [outbound] = pbx.ended
  assert.equal(outbound?.id, pbx.started[1]?.id)
  assert.match(outbound?.route[0]?.detail ?? '', new RegExp(`^led by flow f, for 10, record ${pbx.started[0]?.id}$`))
  assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(pbx.ended.length, 2)
  const inside = pbx.ended.find(({ id }) => id === pbx.started[0]?.id)
  assert.ok(inside?.route.some(({ step }) => step === 'flow-returned'))
})

test('when the extension is busy the flow goes on', async () => {
  const next = { id: 'second', kind: 'destination', to: paperExtension('12') }
  const pbx = new FlowPbx([paperFlow('f', { ...SALES, otherwise: 'second' }, next)])
  await pbx.dial('acme', '10', '70')
  pbx.phone().refuse(486)
  await pbx.clock.advance(0)
  assert.equal(pbx.phone().invite.uri, 'sip:12@acme.example')
})

test('a prompt that is gone is passed over, and in place of a question the caller hears a beep', async () => {
  const say = { id: 'say', kind: 'announcement', prompt: 'gone', next: 'menu' }
  const menu = { id: 'menu', kind: 'menu', prompt: 'gone-too', keys: { 1: 'sales' } }
  const pbx = new FlowPbx([paperFlow('f', say, menu, SALES)])
  const caller = await pbx.dial('acme', '10', '70')
  assert.equal(pbx.heard, 'beep')
  await pbx.press('1')
  assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
  caller.cancel()
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.ok(pbx.steps.includes('prompt-gone'))
})

test('a lookup decides, and one that fails leads to its own block', async () => {
  const asked: string[] = []
  const ask = { id: 'ask', kind: 'lookup', url: 'https://crm.example/{caller}', answers: { vip: 'sales' }, failed: 'end' }
  const flow = paperFlow('f', ask, SALES, END)
  const known = new FlowPbx([flow], ({ url }) => {
    asked.push(url)
    return Promise.resolve({ kind: 'answered', result: 'vip', displayText: 'VIP' })
  })
  await known.dial('acme', '10', '70')
  assert.deepEqual(asked, ['https://crm.example/10'])
  assert.equal(known.phone().invite.from, '"VIP: Extension 10" <sip:10@acme.example>')
  const unreachable = new FlowPbx([flow])
  assert.equal((await unreachable.dial('acme', '10', '70')).final, 486)
  assert.ok(unreachable.steps.includes('flow-lookup-failed'))
})

test('a call that goes in circles hears so and ends', async () => {
  const pbx = new FlowPbx([paperFlow('f', { id: 'a', kind: 'set', priority: 1, next: 'a' })])
  const caller = await pbx.dial('acme', '10', '70')
  assert.equal(pbx.heard, 'special-information')
  await pbx.clock.advance(3000)
  assert.equal(caller.final, 482)
  assert.equal(pbx.steps.at(-1), 'flow-gave-up')
})

test('a caller that hangs up in a menu ends the call', async () => {
  const pbx = new FlowPbx([paperFlow('f', { id: 'menu', kind: 'menu', prompt: 'welcome', keys: { 1: 'sales' } }, SALES)])
  const caller = await pbx.dial('acme', '10', '70')
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.equal(pbx.ended[0]?.cause, 'hung-up-by-caller')
})

test('a PIN is not written into the record', async () => {
  const entries = [{ pin: '47110815', to: paperExtension('11') }]
  const pbx = new FlowPbx([paperFlow('f', { id: 'pin', kind: 'number-pin', prompt: 'p', entries })])
  const caller = await pbx.dial('acme', '10', '70')
  await pbx.press('47110815')
  assert.equal(pbx.phone().invite.uri, 'sip:11@acme.example')
  caller.session.hangUp()
  await pbx.clock.advance(0)
  assert.doesNotMatch(JSON.stringify(pbx.ended), /47110815/)
})

test('ACD-02: who has priority by the flow is served before who waits already', async () => {
  const queueId = '00000000-0000-7000-8000-0000000000e1'
  const important = { id: 'who', kind: 'caller', when: [{ numbers: ['11'], next: 'first' }], otherwise: 'wait' }
  const first = { id: 'first', kind: 'set', priority: 9, next: 'wait' }
  const wait = { id: 'wait', kind: 'destination', to: { kind: 'queue', targetId: queueId } }
  const flow = flowOf('f', important, first, wait)
  const pbx = new FlowPbx([flow])
  const settings = { ...queueSettings.parse({}), greeting: false, announceToAgent: false }
  const members = [{ extensionId: 'acme-12', signedIn: true, paused: false }]
  pbx.change('acme', { queues: new Map([[queueId, { id: queueId, name: 'Service', number: '60', settings, members }]]) })
  const talking = await pbx.dial('acme', '10', '70')
  pbx.phone().answer('answer')
  await pbx.clock.advance(0)
  await pbx.dial('acme', '13', '70')
  await pbx.dial('acme', '11', '70')
  talking.session.hangUp()
  await pbx.clock.advance(1000)
  assert.match(pbx.phone().invite.from, /sip:11@/)
})
