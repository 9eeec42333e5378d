import type { ProfileFile } from '../catalogue/profile-file.ts'
import { type Contract, type Day, isInForce, totalOn, versionOn } from '../contracts/contract.ts'
import type { StoredBundle } from './tables.ts'

/** What a contract makes of a customer's calls from a day on. */
export interface ContractTariff {
  readonly contractId: string
  readonly from: Day
  /** The version of the profile, by whose tariff calls are rated. */
  readonly versionId: string
  /** So many there are by the contract: a flat rate for all of them is held to it (BIL-04). */
  readonly extensions: number
  readonly bundles: readonly StoredBundle[]
}

/**
 * The tariffs that a customer's contracts give, from each day on which one changes. Of several contracts with a tariff the oldest that is in force counts. After the
 * last one has ended its tariff stays without bundles: what is still used is paid for.
 */
export function contractTariffs(contracts: readonly Contract[], fileOf: (versionId: string) => ProfileFile): readonly ContractTariff[] {
  const found: ContractTariff[] = []
  for (const day of daysOf(contracts)) {
    const at = tariffOn(contracts, day, fileOf) ?? ended(found.at(-1), day)
    const last = found.at(-1)
    if (at !== undefined && (last === undefined || !isSame(last, at))) found.push(at)
  }
  return found
}

function tariffOn(contracts: readonly Contract[], day: Day, fileOf: (versionId: string) => ProfileFile): ContractTariff | undefined {
  for (const contract of contracts) {
    const versionId = isInForce(contract, day) ? versionOn(contract, day) : undefined
    if (versionId === undefined) continue
    const { tariff, items, orders } = fileOf(versionId)
    if (tariff === undefined) continue
    const bundles = (tariff.bundles ?? []).flatMap(({ id, item = id }): readonly StoredBundle[] => {
      const booked = totalOn(contract, item, day)
      // What is booked for all of another item has that one's quantity (BIL-04).
      const follows = items.find((product) => product.id === item)?.follows
      const seats = booked === 0 || follows === undefined ? booked : totalOn(contract, follows, day)
      return seats === 0 ? [] : [{ bundle: id, seats }]
    })
    const making = new Set((orders?.provisions ?? []).flatMap(({ makes, item }) => (makes === 'extensions' ? [item] : [])))
    const extensions = [...making].reduce((sum, item) => sum + totalOn(contract, item, day), 0)
    return { contractId: contract.id, from: day, versionId, extensions, bundles }
  }
  return undefined
}

function ended(last: ContractTariff | undefined, from: Day): ContractTariff | undefined {
  return last && { ...last, from, extensions: 0, bundles: [] }
}

/** Days on which anything of the contracts begins, changes or has ended, ascending. */
function daysOf(contracts: readonly Contract[]): readonly Day[] {
  const days = contracts.flatMap(({ begins, versions, items, cancellation }) => [
    begins,
    ...versions.map(({ from }) => from),
    ...items.flatMap(({ quantities }) => quantities.map(({ from }) => from)),
    ...(cancellation === undefined ? [] : [cancellation.until.add({ days: 1 })]),
  ])
  return [...new Map(days.map((day) => [day.toString(), day])).values()].sort((a, b) => Temporal.PlainDate.compare(a, b))
}

function isSame(a: ContractTariff, b: ContractTariff): boolean {
  return (
    a.contractId === b.contractId &&
    a.versionId === b.versionId &&
    a.extensions === b.extensions &&
    JSON.stringify(a.bundles) === JSON.stringify(b.bundles)
  )
}
