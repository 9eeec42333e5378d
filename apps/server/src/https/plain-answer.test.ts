import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainAnswer } from './plain-answer.ts'

const options = { publicUrl: 'https://pbx.example.com', challenge: (token: string) => (token === 'known-1' ? 'known-1.thumb' : undefined) }

const rows: readonly (readonly [what: string, method: string, target: string, status: number, location?: string])[] = [
  ['a page', 'GET', '/calls?page=2', 308, 'https://pbx.example.com/calls?page=2'],
  ['a look at the head of a page', 'HEAD', '/', 308, 'https://pbx.example.com/'],
  ['a path that begins like a host', 'GET', '//evil.example/x', 308, 'https://pbx.example.com//evil.example/x'],
  ['a whole URL of another host', 'GET', 'http://evil.example/x', 308, 'https://pbx.example.com/'],
  ['a target that would make the name a user', 'GET', '@evil.example/', 308, 'https://pbx.example.com/'],
  ['a target that would make the name longer', 'GET', '.evil.example/', 308, 'https://pbx.example.com/'],
  ['a password on its way', 'POST', '/api/v1/sign-in', 403],
  ['a known challenge', 'GET', '/.well-known/acme-challenge/known-1', 200],
  ['an unknown challenge', 'GET', '/.well-known/acme-challenge/other', 404],
  [
    'a challenge that is none',
    'GET',
    '/.well-known/acme-challenge/../secret',
    308,
    'https://pbx.example.com/.well-known/acme-challenge/../secret',
  ],
]

for (const [what, method, target, status, location] of rows) {
  test(`over plain HTTP ${what} gets ${status}${location === undefined ? '' : `, to the name that is configured`}`, () => {
    const answer = plainAnswer(method, target, options)
    assert.equal(answer.status, status)
    assert.equal(answer.location, location)
    if (location !== undefined) assert.equal(new URL(location).host, 'pbx.example.com')
  })
}

test('a challenge is answered with its key authorization', () => {
  assert.equal(plainAnswer('GET', '/.well-known/acme-challenge/known-1', options).body, 'known-1.thumb')
})
