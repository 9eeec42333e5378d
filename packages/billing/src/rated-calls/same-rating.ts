import type { Declined, Piece, Rated, Rating, Taken } from '@klinke/rating'

const RATED = [
  'amount',
  'currency',
  'seconds',
  'billedSeconds',
  'version',
  'zone',
  'prefix',
  'isInherited',
  'isSeparate',
] as const satisfies readonly (keyof Rated)[]
const PIECE = [
  'fromSecond',
  'seconds',
  'version',
  'row',
  'period',
  'month',
  'microsPerMinute',
  'setUp',
] as const satisfies readonly (keyof Piece)[]
const TAKEN = ['bundle', 'seat', 'seconds'] as const satisfies readonly (keyof Taken)[]
const DECLINED = ['bundle', 'why'] as const satisfies readonly (keyof Declined)[]

/** True when both are the same to the last field. What is absent in one may be undefined in the other, as it is after the database. */
export function sameRating(a: Rating, b: Rating): boolean {
  if (a.outcome === 'free') return b.outcome === 'free' && a.reason === b.reason && a.seconds === b.seconds
  if (a.outcome === 'put-aside') return b.outcome === 'put-aside' && a.fault === b.fault
  return (
    b.outcome === 'rated' &&
    sameIn(a, b, RATED) &&
    sameList(a.pieces, b.pieces, samePiece) &&
    sameList(a.declined, b.declined, sameDeclined)
  )
}

function samePiece(a: Piece, b: Piece): boolean {
  return sameIn(a, b, PIECE) && sameList(a.taken, b.taken, (one, other) => sameIn(one, other, TAKEN))
}

function sameDeclined(a: Declined, b: Declined): boolean {
  return sameIn(a, b, DECLINED)
}

function sameIn<T>(a: T, b: T, fields: readonly (keyof T)[]): boolean {
  return fields.every((field) => a[field] === b[field])
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index]
      return other !== undefined && same(one, other)
    })
  )
}
