import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const FOLDER = join(import.meta.dirname, '../../../../docs/adr')

test('each decision has a number of its own, in its file name and above its text', () => {
  const files = readdirSync(FOLDER).sort()
  const numbers = files.map((file) => Number(file.slice(0, 4)))
  assert.deepEqual(
    numbers,
    Array.from(files, (_, index) => index + 1),
  )
  const titles = files.map((file) => Number(/^# (\d+)\./.exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1]))
  assert.deepEqual(titles, numbers)
})
