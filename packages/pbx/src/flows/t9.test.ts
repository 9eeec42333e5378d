import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleDialled } from './t9.ts'

const people = ['Anna Müller', 'Jörg Straßer', 'Li Wu', 'Karl-Heinz Öztürk', 'Zoë'].map((name, index) => ({
  id: name,
  name,
  number: String(10 + index),
}))

const rows: readonly (readonly [digits: string, who: string | undefined])[] = [
  ['266', 'Anna Müller'],
  ['685', 'Anna Müller'],
  ['683', 'Anna Müller'],
  ['567', 'Jörg Straßer'],
  ['563', 'Jörg Straßer'],
  ['787', 'Jörg Straßer'],
  ['98', 'Li Wu'],
  ['434', 'Karl-Heinz Öztürk'],
  ['698', 'Karl-Heinz Öztürk'],
  ['963', 'Zoë'],
  ['26', undefined],
  ['111', undefined],
]
for (const [digits, who] of rows) {
  test(`IVR-02: ${digits} dials ${who ?? 'nobody'}`, () => {
    assert.deepEqual(
      peopleDialled(digits, people).map(({ name }) => name),
      who === undefined ? [] : [who],
    )
  })
}
