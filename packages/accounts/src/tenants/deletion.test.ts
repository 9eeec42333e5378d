import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertMayDelete, DeletionNotConfirmed, TenantHasCalls, type TenantLoss, TenantNotSettled } from './deletion.ts'

const LOSS: TenantLoss = { holdings: { extensions: 12, recordings: 3 }, callsInProgress: 2 }
const NAME = 'Müller & Söhne'

for (const confirm of [undefined, '', 'müller & söhne', 'Müller']) {
  test(`a tenant is not deleted with the confirmation ${JSON.stringify(confirm)}: the answer says what would be lost, and how to confirm`, () => {
    assert.throws(
      () => assertMayDelete(NAME, LOSS, {}, { confirm, force: true }),
      (error) =>
        error instanceof DeletionNotConfirmed &&
        error.message.includes('extensions: 12, recordings: 3, calls in progress: 2') &&
        error.message.includes('confirm=M%C3%BCller%20%26%20S%C3%B6hne'),
    )
  })
}

test('nor while somebody is in a call, unless that is meant, too', () => {
  assert.throws(() => assertMayDelete(NAME, LOSS, {}, { confirm: NAME }), TenantHasCalls)
  assert.doesNotThrow(() => assertMayDelete(NAME, LOSS, {}, { confirm: NAME, force: true }))
  assert.doesNotThrow(() => assertMayDelete(NAME, { ...LOSS, callsInProgress: 0 }, {}, { confirm: NAME }))
})

test('nor while something is not settled with it, whatever is forced', () => {
  assert.throws(
    () => assertMayDelete(NAME, LOSS, { openItems: 2 }, { confirm: NAME, force: true }),
    (error) => error instanceof TenantNotSettled && error.message.includes('openItems: 2'),
  )
})
