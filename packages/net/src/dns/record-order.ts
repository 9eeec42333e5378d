import { below, type Random } from '@klinke/foundation'
import type { NaptrRecord, SrvRecord } from './dns-lookups.ts'

/** SRV records in the order to try them: by priority, of equal ones by lot, weighted (RFC 2782). */
export function orderSrv(records: readonly SrvRecord[], random: Random): readonly SrvRecord[] {
  const priorities = [...new Set(records.map(({ priority }) => priority))].sort((a, b) => a - b)
  return priorities.flatMap((priority) =>
    drawByWeight(
      records.filter((record) => record.priority === priority),
      random,
    ),
  )
}

/** NAPTR records in the order to try them: by order, then preference (RFC 3403 §4.1). */
export function orderNaptr(records: readonly NaptrRecord[]): readonly NaptrRecord[] {
  return [...records].sort((a, b) => a.order - b.order || a.preference - b.preference)
}

/** Draws all records, each with the chance of its share of the weight that is left; weight 0 stands first and is seldom drawn. */
function drawByWeight(records: readonly SrvRecord[], random: Random): readonly SrvRecord[] {
  const left = [...records].sort((a, b) => a.weight - b.weight)
  const drawn: SrvRecord[] = []
  while (left.length > 0) {
    const total = left.reduce((sum, { weight }) => sum + weight, 0)
    const lot = below(random, total + 1)
    let running = 0
    const index = left.findIndex(({ weight }) => {
      running += weight
      return running >= lot
    })
    drawn.push(...left.splice(Math.max(0, index), 1))
  }
  return drawn
}
