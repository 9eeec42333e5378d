import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualClock } from '@klinke/testbed'
import { createRegistrar, type RegistrationChange } from '../../src/index.ts'
import { flow, register, subscriber } from './register.ts'

test('each change is told in order with its reason', async () => {
  const clock = new VirtualClock()
  const registrar = createRegistrar(clock)
  const feed = registrar.changes()
  const go = (lines: string[], cseq: number): void =>
    void registrar.register(register(lines, { cseq }), flow('tls/1', 'TLS'), subscriber({ maxContacts: 1 }))
  go(['Contact: <sip:a@h>;expires=60'], 1)
  go(['Contact: <sip:a@h>;expires=60'], 2)
  await clock.advance(5_000)
  go(['Contact: <sip:b@h>;expires=60'], 3)
  go(['Contact: <sip:b@h>;expires=0'], 4)
  go(['Contact: <sip:c@h>;expires=60'], 5)
  await clock.advance(70_000)
  go(['Contact: <sip:d@h>;expires=60'], 6)
  registrar.flowClosed(flow('tls/1', 'TLS'))
  go(['Contact: <sip:e@h>;expires=60'], 7)
  registrar.removeAll('10@kunde.example')
  feed.close()
  const told = (await Array.fromAsync(feed)).map(show)
  assert.deepEqual(told, [
    'added a',
    'refreshed a',
    'added b',
    'removed a replaced',
    'removed b unregistered',
    'added c',
    'removed c expired',
    'added d',
    'removed d flow-closed',
    'added e',
    'removed e removed',
  ])
})

test('what one account has registered is removed alone: other devices of the extension stay', () => {
  const registrar = createRegistrar(new VirtualClock())
  const browser = { ...subscriber(), username: 'web-10-x' }
  registrar.register(register(['Contact: <sip:desk@h>']), flow(), subscriber())
  registrar.register(register(['Contact: <sip:browser@h>'], { callId: 'b' }), flow(), browser)
  assert.equal(registrar.removeAccount('10@kunde.example', 'web-10-x'), 1)
  assert.deepEqual(
    registrar.lookup('10@kunde.example').map(({ contactUri }) => contactUri),
    ['sip:desk@h'],
  )
  registrar.close()
})

test('a reader that falls behind is told once that it missed changes, and hears on when it has caught up', async () => {
  const registrar = createRegistrar(new VirtualClock())
  const feed = registrar.changes()
  for (let cseq = 1; cseq <= 6000; cseq++) registrar.register(register(['Contact: <sip:a@h>'], { cseq }), flow(), subscriber())
  const iterator = feed[Symbol.asyncIterator]()
  let read = 0
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    read++
    if (next.value.kind === 'missed') break
  }
  assert.equal(read, 4097)
  registrar.removeAll('10@kunde.example')
  const next = await iterator.next()
  assert.equal(next.done ? undefined : show(next.value), 'removed a removed')
  registrar.close()
})

function show(change: RegistrationChange): string {
  if (change.kind === 'missed') return 'missed'
  const user = /sip:(\w+)/.exec(change.registration.contactUri)?.[1]
  return change.kind === 'removed' ? `removed ${user} ${change.reason}` : `${change.kind} ${user}`
}
