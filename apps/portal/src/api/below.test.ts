import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBelow } from './below.ts'

for (const [operation, paths, expected] of [
  ['GET /extensions', ['/extensions'], true],
  ['GET /extensions/{extensionId}/call-settings', ['/extensions'], true],
  ['GET /extensions-of-others', ['/extensions'], false],
  ['GET /numbers', ['/extensions', '/numbers'], true],
  [undefined, ['/extensions'], false],
] as const) {
  test(`${operation} is ${expected ? '' : 'not '}below ${paths.join(' or ')}`, () => assert.equal(isBelow(operation, paths), expected))
}
