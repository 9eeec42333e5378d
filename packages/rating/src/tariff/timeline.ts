import { Faults, type TariffFault } from '../check/fault.ts'
import { dayNumber } from '../time/calendar.ts'
import type { Tariff } from './tariff.ts'
import type { TariffData } from './tariff-data.ts'

export interface TariffVersion {
  readonly id: string
  readonly tariff: Tariff
  /** From and until when a customer has this tariff (the last moment excluded); absent: for as long as the version holds. */
  readonly fromMs?: number
  readonly untilMs?: number
}

interface HeldVersion extends TariffVersion {
  readonly fromMs: number
  /** Excluded: its own end, or the beginning of the next one. */
  readonly untilMs: number
}

/** What is wrong between versions of a tariff: gaps and overlaps. Their own faults finds `checkTariff`. The pointers count in the order of time. */
export function checkVersions(versions: readonly Pick<TariffData, 'validFrom' | 'validUntil' | 'currency'>[]): readonly TariffFault[] {
  const faults = new Faults()
  const ordered = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  for (const [index, version] of ordered.entries()) {
    const before = ordered[index - 1]
    if (before === undefined) continue
    const days = `${before.validUntil ?? '…'} / ${version.validFrom}`
    const end = before.validUntil === undefined ? undefined : dayNumber(before.validUntil)
    const begin = dayNumber(version.validFrom) ?? 0
    if (before.validFrom === version.validFrom || (end !== undefined && end >= begin))
      faults.add('version-overlap', `/${index}/validFrom`, days)
    if (end !== undefined && end + 1 < begin) faults.add('version-gap', `/${index}/validFrom`, days)
    if (before.currency !== version.currency) faults.add('other-currency', `/${index}/currency`, version.currency)
  }
  return faults.list
}

/** The versions of a tariff in the order of time: which one holds when. A version without an end holds until the next one begins. */
export class TariffTimeline {
  readonly #versions: readonly HeldVersion[]

  constructor(versions: readonly TariffVersion[]) {
    const ordered = versions
      .map((version) => ({ ...version, fromMs: Math.max(version.tariff.fromMs, version.fromMs ?? Number.NEGATIVE_INFINITY) }))
      .sort((a, b) => a.fromMs - b.fromMs)
    this.#versions = ordered.map((version, index) => {
      const endMs = Math.min(version.tariff.untilMs, version.untilMs ?? Number.POSITIVE_INFINITY)
      return { ...version, untilMs: Math.min(endMs, ordered[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY) }
    })
  }

  /** Undefined: no version holds then. */
  at(epochMs: number): HeldVersion | undefined {
    return this.#versions.findLast(({ fromMs, untilMs }) => epochMs >= fromMs && epochMs < untilMs)
  }
}
