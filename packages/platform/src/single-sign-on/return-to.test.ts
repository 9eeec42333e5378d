import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOwnPath } from './return-to.ts'

test('who has signed in is led to a path of this server only', () => {
  for (const own of ['/', '/calls', '/calls?day=2026-11-21#top', '/a//b', '/%2f%2fevil.example']) assert.equal(isOwnPath(own), true, own)
  const foreign = ['', 'calls', 'https://evil.example', '//evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example']
  for (const path of [...foreign, '/.//evil.example', 'javascript:alert(1)', ' //evil.example', '/\n/evil.example'])
    assert.equal(isOwnPath(path), false, JSON.stringify(path))
})
