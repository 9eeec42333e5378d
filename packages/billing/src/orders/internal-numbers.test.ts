import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extensionsWanted } from './internal-numbers.ts'

test('PORT-06: extensions that were named keep their numbers; others are counted on past what is in use, each with one of the new numbers', () => {
  const wanted = extensionsWanted({
    named: [{ number: '11', name: 'Empfang' }],
    ...{ count: 4, first: '10', used: new Set(['12']) },
    blocks: [{ first: '+49221987650', size: 1 }],
    ...{ given: 0, userPackage: undefined },
  })
  assert.deepEqual(
    wanted.map(({ number, name, directNumber }) => [number, name, directNumber]),
    [
      ['11', 'Empfang', '+49221987650'],
      ['10', 'Nebenstelle 10', undefined],
      ['13', 'Nebenstelle 13', undefined],
      ['14', 'Nebenstelle 14', undefined],
    ],
  )
})

test('extensions of a further package go on where the numbers of the one before have ended', () => {
  const wanted = extensionsWanted({
    ...{ named: [], count: 2, first: '10', used: new Set(['10']) },
    blocks: [{ first: '+49221987650', size: 10 }],
    ...{ given: 1, userPackage: 'user-comfort' },
  })
  assert.deepEqual(
    wanted.map(({ number, directNumber, userPackage }) => [number, directNumber, userPackage]),
    [
      ['11', '+49221987651', 'user-comfort'],
      ['12', '+49221987652', 'user-comfort'],
    ],
  )
})
