import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { machinePage } from './machine-page.ts'

test('docs/sip-machines.md shows the machines as they are', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/sip-machines.md'), 'utf8')
  assert.equal(page, machinePage(), 'print it anew: node packages/sip/tests/machines/print.ts')
})
