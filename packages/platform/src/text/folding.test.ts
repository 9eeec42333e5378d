import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digitsOfNumber, folded, loose, plain } from './folding.ts'

const NAMES: readonly (readonly [written: string, plain: string, folded: string, loose: string])[] = [
  ['Müller', 'muller', 'mueller', 'muller'],
  ['Mu\u0308ller', 'muller', 'mueller', 'muller'],
  ['Mueller', 'mueller', 'mueller', 'muller'],
  ['Muller', 'muller', 'muller', 'muller'],
  ['GROẞ & Söhne', 'gross & sohne', 'gross & soehne', 'gross & sohne'],
  ['René Łukasz Ødegård', 'rene lukasz odegard', 'rene lukasz odegard', 'rene lukasz odegard'],
]

for (const [written, asPlain, asFolded, asLoose] of NAMES)
  test(`${written} is compared as ${asPlain}, ${asFolded} and ${asLoose}`, () => {
    assert.deepEqual([plain(written), folded(written), loose(written)], [asPlain, asFolded, asLoose])
  })

const NUMBERS: readonly (readonly [written: string, digits: string | undefined])[] = [
  ['0221 12-3', '221123'],
  ['+49 (0)221/12', '22112'],
  ['0049221', '221'],
  ['20', '20'],
  ['490', '490'],
  ['7', undefined],
  ['Müller 2', undefined],
]

for (const [written, digits] of NUMBERS)
  test(`${written} is ${digits === undefined ? 'no number that somebody looks for' : `looked for as ${digits}`}`, () =>
    assert.equal(digitsOfNumber(written), digits))
