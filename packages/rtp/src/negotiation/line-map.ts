import { MAX_MEDIA_DESCRIPTIONS, type MediaDescription } from '../sdp/session-description.ts'

/**
 * Finds for each line of a relayed offer its line at the other leg. A leg's lines never move or vanish within a session
 * (RFC 3264 §8), and two legs that met late (a transfer) may have them in different places.
 *
 * Lines that stand in the same place with the same kind on both legs so far stay together, even when one changes
 * its kind (audio becomes T.38 image in place, §8.3.3); others go by kind; the rest are appended.
 */
export function mapLines(
  offered: readonly MediaDescription[],
  isRelayed: (media: MediaDescription) => boolean,
  before: readonly MediaDescription[],
  existing: readonly MediaDescription[],
): (number | undefined)[] {
  const taken = new Set<number>()
  const take = (line: number): number => {
    taken.add(line)
    return line
  }
  const map: (number | undefined)[] = offered.map((_, line) => {
    const kind = before[line]?.kind
    return kind !== undefined && kind === existing[line]?.kind ? take(line) : undefined
  })
  let appended = existing.length
  return offered.map((media, line) => {
    if (map[line] !== undefined) return map[line]
    if (!isRelayed(media)) return undefined
    const sameKind = existing.findIndex((other, index) => other.kind === media.kind && !taken.has(index))
    if (sameKind < 0 && appended >= MAX_MEDIA_DESCRIPTIONS) return undefined
    return take(sameKind >= 0 ? sameKind : appended++)
  })
}
