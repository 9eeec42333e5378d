import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KlinkeError } from '@klinke/foundation'
import { jsonLogger, type LogLevel } from './json-logger.ts'

function written(level: LogLevel, use: (logger: ReturnType<typeof jsonLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  use(jsonLogger(level, { write: (line) => void lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a fact is one JSON line with level, time with zone, message and fields', () => {
  const [line] = written('info', (log) => log.info('registered', { extension: '10', contacts: 2n }))
  assert.partialDeepStrictEqual(line, { level: 'info', message: 'registered', extension: '10', contacts: '2' })
  assert.match(String(line?.time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('a child adds its fields to each line', () => {
  const [line] = written('info', (log) => log.child({ call: 'c1' }).warn('no answer'))
  assert.partialDeepStrictEqual(line, { call: 'c1', level: 'warn' })
})

test('a secret given by mistake is not printed', () => {
  const [line] = written('info', (log) => log.info('carrier', { password: 'hunter2' }))
  assert.equal(line?.password, '[secret]')
})

test('an error shows its code, its text and its cause', () => {
  const error = new KlinkeError('database-unavailable', 'The database is away.', { cause: new Error('ECONNREFUSED') })
  const [line] = written('error', (log) => log.error('failed', { error }))
  assert.partialDeepStrictEqual(line?.error, {
    code: 'database-unavailable',
    message: 'The database is away.',
    cause: { message: 'ECONNREFUSED' },
  })
})

test('a bug shows its stack, an expected failure does not', () => {
  const [expected, bug] = written('error', (log) => {
    log.error('failed', { error: new KlinkeError('database-unavailable', 'The database is away.', { cause: new Error('ECONNREFUSED') }) })
    log.error('failed', { error: new TypeError('x is undefined') })
  })
  assert.doesNotMatch(JSON.stringify(expected), /"stack"/)
  assert.match(JSON.stringify(bug), /"stack":"TypeError: x is undefined/)
})

test('lines below the level are not written', () => {
  assert.equal(written('warn', (log) => log.info('quiet')).length, 0)
})
