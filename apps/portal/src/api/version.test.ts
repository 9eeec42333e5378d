import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shareVersions, versionOf, withVersion } from './version.ts'

test('an answer keeps its version, and what is read again with other contents has the new one', () => {
  const first = withVersion({ name: 'a', list: [1] }, '"1"')
  assert.deepEqual(Object.keys(first), ['name', 'list'])
  const second = shareVersions(first, withVersion({ name: 'b', list: [1] }, '"2"'))
  assert.deepEqual([versionOf(first), versionOf(second)], ['"1"', '"2"'])
  assert.equal((second as typeof first).list, first.list, 'what is the same stays the same object')
  assert.equal(shareVersions(second, withVersion({ name: 'b', list: [1] }, '"2"')), second)
})

test('what has no version has none', () => {
  assert.deepEqual([versionOf(null), versionOf('text'), versionOf({}), withVersion(null, '"1"')], [undefined, undefined, undefined, null])
})
