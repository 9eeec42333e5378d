import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutOthers } from './others.ts'

const OWN = new Set(['+4922155510'])
const ROWS: readonly (readonly [string, unknown, unknown])[] = [
  ['the own number', '+4922155510', '+4922155510'],
  ['a number outside', '+491711234567', '+491711234xxx'],
  ['as dialled', '01711234567', '01711234xxx'],
  ['in a SIP address', 'sip:+491711234567@example.org', 'sip:+491711234xxx@example.org'],
  ['within a text', 'Anruf von +491711234567, an +4922155510', 'Anruf von +491711234xxx, an +4922155510'],
  ['an extension', '10', '10'],
  ['a time', '2026-01-01T10:00:00+00:00', '2026-01-01T10:00:00+00:00'],
  ['an id', '01812345-6789-7abc-8def-0123456789ab', '01812345-6789-7abc-8def-0123456789ab'],
  [
    'deep inside',
    { caller: { number: '+491711234567' }, steps: ['+491711234567'] },
    { caller: { number: '+491711234xxx' }, steps: ['+491711234xxx'] },
  ],
  ['no text', [1, null, true], [1, null, true]],
]
for (const [name, value, expected] of ROWS)
  test(`Art. 15 (4): numbers of others are cut in reports: ${name}`, () => assert.deepEqual(withoutOthers(value, OWN), expected))
