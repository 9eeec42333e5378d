import type { TransportTarget } from '@klinke/sip'

/** The same places in the same order, but this one first, if it is among them. */
export function beginningWith(first: TransportTarget | undefined, targets: readonly TransportTarget[]): readonly TransportTarget[] {
  const isFirst = ({ remote, protocol }: TransportTarget): boolean =>
    remote.address === first?.remote.address && remote.port === first.remote.port && protocol === first.protocol
  return [...targets.filter(isFirst), ...targets.filter((target) => !isFirst(target))]
}

/** What tells who sends from there, whatever their order. */
export function placesOf(targets: readonly TransportTarget[]): ReadonlySet<string> {
  return new Set(targets.map(({ remote }) => `${remote.address} ${remote.port}`))
}
