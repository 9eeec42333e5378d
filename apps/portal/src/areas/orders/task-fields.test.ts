import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputFrom, valuesOf } from './task-fields.ts'

test('what an amendment does not touch stays as it was, and fields that are left empty ask for what comes by itself', () => {
  const numbers = { kind: 'numbers', first: null, upstreamCarrier: null } as const
  assert.deepEqual(inputFrom(numbers, valuesOf(numbers)), numbers)
  assert.deepEqual(inputFrom(numbers, { firstNumber: ' +4922198700010 ' }), { ...numbers, first: '+4922198700010' })
  const account = { accountHolder: 'Muster GmbH', iban: 'DE02', bic: 'BYLADEM1001', payerAddress: 'Köln' }
  const mandate = { kind: 'mandate', mandateKind: 'one-off', ...account } as const
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

test('addresses of a PBX, the trunk that is meant and what goes come back as they were shown', () => {
  const trunk = {
    ...({ kind: 'trunk', name: null, ranges: null } as const),
    places: [
      { host: '192.0.2.10', port: null },
      { host: 'pbx.example.org', port: 5061 },
      { host: '2001:db8::1', port: 5060 },
    ],
  }
  assert.equal(valuesOf(trunk).places, '192.0.2.10\npbx.example.org:5061\n[2001:db8::1]:5060')
  assert.deepEqual(inputFrom(trunk, valuesOf(trunk)), trunk)
  const channels = { kind: 'trunk-channels', name: null } as const
  assert.deepEqual(inputFrom(channels, { whichTrunk: ' Werk ' }), { ...channels, name: 'Werk' })
  assert.deepEqual(inputFrom({ kind: 'take-away', names: [] }, { goes: '300\n\n301 ' }), { kind: 'take-away', names: ['300', '301'] })
})
