import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputFrom, valuesOf } from './task-fields.ts'

test('what an amendment does not touch stays as it was, and fields that are left empty ask for what comes by itself', () => {
  const numbers = { kind: 'numbers', first: null, upstreamCarrier: null } as const
  assert.deepEqual(inputFrom(numbers, valuesOf(numbers)), numbers)
  assert.deepEqual(inputFrom(numbers, { firstNumber: ' +4922198700010 ' }), { ...numbers, first: '+4922198700010' })
  const mandate = { kind: 'mandate', accountHolder: 'Muster GmbH', iban: 'DE02', bic: 'BYLADEM1001', payerAddress: 'Köln' } as const
  assert.deepEqual(inputFrom(mandate, { ...valuesOf(mandate), iban: 'DE03' }), { ...mandate, iban: 'DE03' })
})

test('extensions are named line by line, and keep the package that was chosen for them', () => {
  const input = { kind: 'extensions', firstExtension: '10', extensions: [{ number: '20', name: 'Am Empfang' }] } as const
  const values = valuesOf({ ...input, extensions: [...input.extensions] })
  assert.equal(values.named, '20 Am Empfang')
  assert.deepEqual(
    inputFrom(
      { ...input, extensions: [{ number: '21', name: 'Hof', userPackage: 'basic' }] },
      { firstExtension: '30', named: '20 Am Empfang\n\n21  Lager ' },
    ),
    {
      ...{ kind: 'extensions', firstExtension: '30' },
      extensions: [
        { number: '20', name: 'Am Empfang' },
        { number: '21', name: 'Lager', userPackage: 'basic' },
      ],
    },
  )
})
