import assert from 'node:assert/strict'
import { test } from 'node:test'
import { urlOf } from './client.ts'
import { problemOf } from './problem.ts'

for (const [template, input, url] of [
  ['/extensions', {}, '/api/v1/extensions'],
  ['/extensions', { query: { limit: 5, cursor: undefined, search: '' } }, '/api/v1/extensions?limit=5'],
  ['/numbers/{e164}', { path: { e164: '+49221' } }, '/api/v1/numbers/%2B49221'],
  ['/call-records', { query: { from: '2026-11-21T00:00:00+01:00' } }, '/api/v1/call-records?from=2026-11-21T00%3A00%3A00%2B01%3A00'],
  ['/extensions/{extensionId}', { path: { extensionId: '../tenants' } }, '/api/v1/extensions/..%2Ftenants'],
] as const) {
  test(`${template} with ${JSON.stringify(input)} is ${url}`, () => assert.equal(urlOf(template, input), url))
}

const PROBLEM = {
  type: 'urn:klinke:problem:invalid-request',
  title: 'Die Anfrage ist ungültig',
  status: 400,
  detail: 'The body is not valid',
  errors: [{ pointer: '/number', detail: 'is required' }, 'nonsense'],
}

test('a problem document is read with the fields that it names', async () => {
  const problem = await problemOf(Response.json(PROBLEM, { status: 400 }))
  assert.deepEqual([problem.code, problem.status, problem.title, problem.detail], ['invalid-request', 400, PROBLEM.title, PROBLEM.detail])
  assert.deepEqual(problem.fields, [{ pointer: '/number', detail: 'is required' }])
})

test('an answer that is no problem document is a problem all the same', async () => {
  const problem = await problemOf(new Response('<html>', { status: 502 }))
  assert.deepEqual([problem.code, problem.status, problem.fields], ['http-502', 502, []])
})
