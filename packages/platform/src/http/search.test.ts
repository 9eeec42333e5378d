import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matcher } from './search.ts'

const FOUND: readonly (readonly [q: string, entry: string, isFound: boolean])[] = [
  ['müller', 'Hans Mueller', true],
  ['Mueller', 'Hans Müller', true],
  ['MÜLLER hans', 'Hans Mu\u0308ller', true],
  ['strasse', 'Straße 5', true],
  ['rene', 'René', true],
  ['müller anna', 'Hans Müller', false],
  ['0221 12-3', '+49221123456', true],
  ['+49 (221) 123', '+49221123456', true],
  ['0049 221', '+49221123456', true],
  ['20', '20 Empfang', true],
  ['100%', '1000', false],
  ['', 'anything', true],
]
for (const [q, entry, isFound] of FOUND)
  test(`"${q}" ${isFound ? 'finds' : 'does not find'} "${entry}"`, () => assert.equal(matcher(q)(entry), isFound))
