import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonLogger } from '@klinke/platform'
import { forwardLog } from './forward-log.ts'

function forwarded(line: string): Record<string, unknown> {
  const lines: string[] = []
  forwardLog(jsonLogger('debug', { write: (text) => void lines.push(text) }), line)
  assert.equal(lines.length, 1)
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>
}

test("a line of the public network's log keeps its level and fields and is no JSON inside JSON", () => {
  const line = forwarded('{"level":"error","time":"2026-01-01T00:00:00.000Z","port":7,"message":"no answer"}')
  assert.partialDeepStrictEqual(line, { level: 'error', port: 7, message: 'public network: no answer' })
  assert.notEqual(line.time, '2026-01-01T00:00:00.000Z')
})

test('text that is no log line, such as a crash, is a warning', () => {
  assert.partialDeepStrictEqual(forwarded('TypeError: x'), { level: 'warn', message: 'public network: TypeError: x' })
})
