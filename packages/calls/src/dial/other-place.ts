import type { DialTarget } from '../exchange/exchange.ts'

/** The same party at its next place: what is asked of it, shown to it and recorded of it stays. `undefined` when there is none. */
export function atOtherPlace(target: DialTarget): DialTarget | undefined {
  const next = target.elsewhere?.()
  if (next === undefined) return undefined
  const { party, label, confirm, ownRecord } = target
  return { ...next, party, label, ...(confirm !== undefined && { confirm }), ...(ownRecord !== undefined && { ownRecord }) }
}
