import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { hotDeskingOf } from '../hot-desking/hot-desks.ts'
import { ExtensionPins } from '../pins/extension-pins.ts'
import type { MembershipOf } from '../teams/membership.ts'
import { signInAgents } from './sign-in.ts'
import { FlowPbx } from './test-support/flow-pbx.ts'
import { flowOf } from './test-support/worlds.ts'

const QUEUE = '00000000-0000-7000-8000-0000000000e1'
const PIN = '4711'

/** A flow 70 that signs agents in; extension 11 is the only agent, and has a PIN. */
function setUp(block: Record<string, unknown> = {}) {
  const changes: (MembershipOf & { readonly signedIn: boolean | undefined })[] = []
  const clock = { nowMs: () => 0, epochMs: () => 0, after: () => ({ cancel: () => undefined }) }
  const pins = new ExtensionPins({ clock, logger: silentLogger, isPin: async (pin, stored) => pin === stored })
  const signIn = signInAgents(pins, (_tenantId, of, { signedIn }) => {
    changes.push({ ...of, signedIn })
    return Promise.resolve(of.extensionId === 'acme-11' ? 1 : 0)
  })
  const flow = flowOf('f', { id: 'agent', kind: 'agent-login', ...block })
  const pbx = new FlowPbx([flow], undefined, signIn)
  pbx.change('acme', { hotDesking: hotDeskingOf([], [['acme-11', PIN]]) })
  return { pbx, changes }
}

test('IVR-02: an agent at his own phone is signed in at once, into one queue or all', async () => {
  const all = setUp()
  await all.pbx.dialAndListen('acme', '11', '70')
  assert.deepEqual(all.changes, [{ kind: 'queue', extensionId: 'acme-11', signedIn: true }])
  assert.ok(all.pbx.announced.includes('de/agent-logged-in'))
  const one = setUp({ queue: { kind: 'queue', targetId: QUEUE }, sign: 'out' })
  await one.pbx.dialAndListen('acme', '11', '70')
  assert.deepEqual(one.changes, [{ kind: 'queue', extensionId: 'acme-11', team: { id: QUEUE }, signedIn: false }])
  assert.ok(one.pbx.announced.includes('de/agent-logged-out'))
})

test('IVR-02: at any phone extension and PIN are asked for', async () => {
  const { pbx, changes } = setUp({ recognise: false })
  await pbx.dial('acme', '10', '70')
  await pbx.press('11#')
  await pbx.press(`${PIN}#`)
  assert.ok(pbx.announced.includes('de/agent-logged-in'))
  assert.deepEqual(changes, [{ kind: 'queue', extensionId: 'acme-11', signedIn: true }])
})

test('IVR-02: who is no agent there hears that it cannot be', async () => {
  const { pbx } = setUp()
  await pbx.dialAndListen('acme', '10', '70')
  assert.ok(pbx.announced.includes('de/not-possible'))
  assert.ok(pbx.steps.includes('flow-sign-in-failed'))
})
