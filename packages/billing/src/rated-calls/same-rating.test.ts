import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Piece, Rated, Rating } from '@klinke/rating'
import { sameRating } from './same-rating.ts'

const PIECE: Required<Piece> = {
  ...{ fromSecond: 0, seconds: 60, version: 'v1', row: 0, period: 'day', month: '2026-11', microsPerMinute: 15_100n, setUp: 0n },
  taken: [{ bundle: 'quota', seat: '', seconds: 60 }],
}
const RATED: Required<Rated> = {
  ...{
    outcome: 'rated',
    amount: 906_000n,
    currency: 'EUR',
    seconds: 42,
    billedSeconds: 60,
    version: 'v1',
    zone: 'de-fixed',
    prefix: '+49',
  },
  ...{ isInherited: false, isSeparate: false, pieces: [PIECE], declined: [{ bundle: 'flat', why: 'used-up' }] },
}

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === 'bigint') return value + 1n
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : `${String(value)}x`
}

/** The same rating once for each field in it, however deep, with another value there. */
function changedOnce(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [['', other(value)]]
  const changed = Object.entries(value).flatMap(([key, inner]) =>
    changedOnce(inner).map(([path, now]) => {
      const copy: Record<string, unknown> = Object.fromEntries(Object.entries(value))
      copy[key] = now
      return [`/${key}${path}`, Array.isArray(value) ? Object.values(copy) : copy] as const
    }),
  )
  return Array.isArray(value) ? [...changed, ['/length', []]] : changed
}

test('a rating read again is the same', () => {
  assert.ok(sameRating(RATED, structuredClone(RATED)))
  const { row: _row, period: _period, ...kept } = PIECE
  const absent: Rating = { ...RATED, pieces: [{ ...kept, row: undefined, period: undefined }] }
  assert.ok(sameRating(absent, { ...RATED, pieces: [kept as Piece] }))
  assert.ok(sameRating({ outcome: 'free', reason: 'enum', seconds: 7 }, { outcome: 'free', reason: 'enum', seconds: 7 }))
  assert.ok(sameRating({ outcome: 'put-aside', fault: 'no-zone' }, { outcome: 'put-aside', fault: 'no-zone' }))
})

for (const [path, changed] of changedOnce(RATED)) {
  test(`a rating is another one when ${path} is another`, () => {
    assert.ok(!sameRating(RATED, changed as Rating))
    assert.ok(path.startsWith('/outcome') || !sameRating(changed as Rating, RATED))
  })
}

const OTHERS: readonly (readonly [Rating, Rating])[] = [
  [
    { outcome: 'free', reason: 'enum', seconds: 7 },
    { outcome: 'free', reason: 'enum', seconds: 8 },
  ],
  [
    { outcome: 'free', reason: 'enum', seconds: 7 },
    { outcome: 'free', reason: 'on-net', seconds: 7 },
  ],
  [
    { outcome: 'put-aside', fault: 'no-zone' },
    { outcome: 'put-aside', fault: 'no-tariff' },
  ],
  [{ outcome: 'put-aside', fault: 'no-zone' }, RATED],
  [{ outcome: 'free', reason: 'enum', seconds: 7 }, RATED],
]
for (const [one, another] of OTHERS) {
  test(`${JSON.stringify(one)} is not ${another.outcome === 'rated' ? 'a price' : JSON.stringify(another)}`, () => {
    assert.ok(!sameRating(one, another))
    assert.ok(!sameRating(another, one))
  })
}
