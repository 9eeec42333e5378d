import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ContentType } from '../header/media-type.ts'
import { bodyPart, parseMultipart, printMultipart } from './multipart.ts'

function parse(text: string, type = 'multipart/mixed;boundary=b') {
  const mediaType = ContentType.parse(type)
  assert.ok(mediaType)
  return parseMultipart(Buffer.from(text, 'latin1'), mediaType)?.map(({ headers, body }) => [
    Array.from(headers.entries(), ([name, value]) => `${name}: ${value}`),
    Buffer.from(body).toString('latin1'),
  ])
}

const ROWS: readonly (readonly [what: string, text: string, parts: readonly (readonly [readonly string[], string])[] | undefined])[] = [
  [
    'two parts',
    '--b\r\nContent-Type: a/b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n',
    [
      [['Content-Type: a/b'], 'one'],
      [[], 'two'],
    ],
  ],
  ['a preamble and an epilogue', 'hello\r\n--b\r\n\r\none\r\n--b--\r\nbye', [[[], 'one']]],
  ['an empty part', '--b\r\n\r\n\r\n--b--', [[[], '']]],
  ['a part that is headers alone', '--b\r\nContent-ID: <x>\r\n\r\n--b--', [[['Content-ID: <x>'], '']]],
  ['spaces behind the boundary', '--b  \r\n\r\none\r\n--b-- \r\n', [[[], 'one']]],
  ['the boundary within a line', '--b\r\n\r\nsee --b here\r\n--bc\r\n--b--', [[[], 'see --b here\r\n--bc']]],
  ['bytes beyond ASCII', '--b\r\n\r\n\0\xff\xc3\x28\r\n--b--', [[[], '\0\xff\xc3\x28']]],
  ['no end', '--b\r\n\r\none\r\n', undefined],
  ['no beginning', 'one\r\n--b--', undefined],
  ['a header line that is none', '--b\r\nnothing\r\n\r\none\r\n--b--', undefined],
  ['no empty line', '--b\r\nContent-Type: a/b\r\n--b--', undefined],
  ['seventeen parts', `${'--b\r\n\r\nx\r\n'.repeat(17)}--b--`, undefined],
  ['a head without bounds', `--b\r\nX: ${'x'.repeat(5_000)}\r\n\r\n\r\n--b--`, undefined],
]
for (const [what, text, parts] of ROWS) {
  test(`a multipart body with ${what} is ${parts === undefined ? 'malformed' : 'cut right'}`, () => {
    assert.deepEqual(parse(text), parts)
  })
}

test('a quoted boundary may hold what a token may not; without one a body cannot be cut', () => {
  assert.equal(parse('--a b:c\r\n\r\none\r\n--a b:c--', 'multipart/mixed;boundary="a b:c"')?.length, 1)
  assert.equal(parse('--b\r\n\r\none\r\n--b--', 'multipart/mixed'), undefined)
  assert.equal(parse('--\r\n\r\none\r\n----', 'multipart/mixed;boundary=""'), undefined)
})

test('what is printed is read back byte for byte', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  const parts = [bodyPart('application/sdp', 'v=0\r\n'), { ...bodyPart('application/x', ''), body: bytes }]
  const { body, contentType } = printMultipart(parts, 'random')
  const type = ContentType.parse(contentType)
  const read = type && parseMultipart(body, type)
  assert.deepEqual(
    read?.map((part) => [part.headers.get('Content-Type'), Buffer.from(part.body).toString('hex')]),
    parts.map((part) => [part.headers.get('Content-Type'), Buffer.from(part.body).toString('hex')]),
  )
})
