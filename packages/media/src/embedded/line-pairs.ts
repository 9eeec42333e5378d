import type { NegotiatedStream } from '@klinke/rtp'

/** Lines of two endpoints that hear each other: the first of a kind with the first of that kind, and so on. */
export function pairLines(
  a: readonly Pick<NegotiatedStream, 'line' | 'kind'>[],
  b: readonly Pick<NegotiatedStream, 'line' | 'kind'>[],
): [lineOfA: number, lineOfB: number][] {
  const left = [...b]
  const pairs: [number, number][] = []
  for (const stream of a) {
    const at = left.findIndex(({ kind }) => kind === stream.kind)
    const [partner] = at < 0 ? [] : left.splice(at, 1)
    if (partner) pairs.push([stream.line, partner.line])
  }
  return pairs
}
