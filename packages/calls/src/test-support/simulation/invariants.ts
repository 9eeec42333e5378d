import assert from 'node:assert/strict'
import { assertNothingLeft } from '@klinke/testbed'
import type { SimulatedNode } from './simulated-node.ts'

/** At any moment: each leg of a call that runs is owned by exactly one scope, which is open. */
export function assertOwned(node: SimulatedNode): void {
  node.watchCalls()
  const running = node.calls.filter(({ scope }) => !scope.closed)
  for (const call of running) {
    for (const leg of call.legs) {
      assert.equal(running.filter(({ legs }) => legs.includes(leg)).length, 1, `leg ${leg.id} of call ${call.id} is in several calls`)
      assert.ok(leg.owner.owns(leg) && !leg.owner.closed, `leg ${leg.id} of call ${call.id} has no owner`)
    }
  }
}

/** At the end, with all phones on the hook: everything is over, recorded once, and given back. */
export async function assertAllOver(node: SimulatedNode): Promise<void> {
  const { clock, calls, control, media, phones, records, registrar, stack } = node
  registrar.close()
  await assertNothingLeft(
    clock,
    {
      calls: () => control.size,
      'records open': () => records.calls.filter(({ ended }) => ended === undefined).length,
      'media sessions': () => media.opened,
      'scopes with something in them': () => calls.filter(({ scope }) => !scope.closed || scope.held > 0).length,
      'legs that are not over': () => calls.flatMap(({ legs }) => legs).filter(({ state }) => state !== 'ended').length,
      'dialogs and transactions': () => unfinished(stack.statistics()),
      'calls at phones': () => phones.reduce((sum, phone) => sum + phone.unfinished, 0),
    },
    200_000,
  )
  assert.deepEqual(node.errors, [])
  const lit = [...node.dialogs.values()].filter(({ state }) => state !== 'terminated')
  assert.deepEqual(lit, [], 'a lamp is left on')
  for (const { started, answered, ended } of records.calls) {
    const talked = ended?.sipStatus === undefined
    assert.equal(talked, answered !== undefined, `call ${started.id} ended as ${ended?.cause}, answered: ${answered !== undefined}`)
  }
  for (const phone of phones) {
    for (const { state } of phone.calls) assert.ok(state.kind === 'ended' || state.kind === 'failed', `a phone is left ${state.kind}`)
  }
}

function unfinished(counts: ReturnType<SimulatedNode['stack']['statistics']>): number {
  const { clientTransactions, serverTransactions, dialogs, calls } = counts
  return clientTransactions + serverTransactions + dialogs + calls
}
