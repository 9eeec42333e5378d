import assert from 'node:assert/strict'
import { test } from 'node:test'
import { samePicture } from './same-picture.ts'

class Sealed {
  readonly #content: number
  constructor(content: number) {
    this.#content = content
  }
  get content(): number {
    return this.#content
  }
}

const rows: readonly (readonly [what: string, a: unknown, b: unknown, same: boolean])[] = [
  ['nothing', undefined, undefined, true],
  ['something and nothing', { name: 'Anna' }, undefined, false],
  ['equal objects', { name: 'Anna', keys: ['1'] }, { name: 'Anna', keys: ['1'] }, true],
  ['objects with another value', { name: 'Anna', keys: ['1'] }, { name: 'Anna', keys: ['2'] }, false],
  ['an object with one more property', { name: 'Anna' }, { name: 'Anna', number: undefined }, false],
  ['equal maps', new Map([['10', { name: 'Anna' }]]), new Map([['10', { name: 'Anna' }]]), true],
  ['maps with another value', new Map([['10', { name: 'Anna' }]]), new Map([['10', { name: 'Bea' }]]), false],
  ['maps with another key', new Map([['10', 1]]), new Map([['11', 1]]), false],
  ['equal sets', new Set([1, 2]), new Set([2, 1]), true],
  ['other sets', new Set([1, 2]), new Set([1, 3]), false],
  ['lists of other lengths', [1, 2], [1, 2, 3], false],
  ['equal dates', new Date(5), new Date(5), true],
  ['other dates', new Date(5), new Date(6), false],
  ['other durations', { rings: Temporal.Duration.from('PT20S') }, { rings: Temporal.Duration.from('PT30S') }, false],
  ['instances that hide what they hold', new Sealed(1), new Sealed(2), false],
]

for (const [what, a, b, same] of rows) {
  test(`${what} are ${same ? 'the same' : 'not the same'} picture`, () => {
    assert.equal(samePicture(a, b), same)
  })
}
