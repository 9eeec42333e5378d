import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseNotReached } from './errors.ts'

test('a login that failed at the start tells where, as whom and why, but not the password', () => {
  const refused = new AggregateError([new Error('connect ECONNREFUSED ::1:5432'), new Error('connect ECONNREFUSED 127.0.0.1:5432')])
  const { message } = new DatabaseNotReached('postgres://anna:hunter2@db.example:5433/phones', refused)
  assert.match(message, /db\.example:5433, user anna, database phones.*ECONNREFUSED ::1:5432.*DATABASE_URL/)
  assert.doesNotMatch(message, /hunter2/)
})
