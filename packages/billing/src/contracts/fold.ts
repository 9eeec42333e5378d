import type { Contract, ContractItem, Day } from './contract.ts'
import type { ContractDeed, ContractEvent, ContractHistory } from './events.ts'

/** The contract as it was known before an instant (milliseconds since 1970; absent: all that is known). Undefined: it was not there yet. */
export function contractOf(history: ContractHistory, beforeMs = Number.POSITIVE_INFINITY): Contract | undefined {
  const known = history.events.filter(({ recordedAtMs }) => recordedAtMs < beforeMs)
  const withdrawn = new Set(known.flatMap((event) => (event.kind === 'withdrawn' ? [event.eventId] : [])))
  const { id, tenantId, profile, customerKind } = history
  return known
    .filter((event) => !withdrawn.has(event.id))
    .reduce<Contract | undefined>((contract, event) => applied(contract, event, { id, tenantId, profile, customerKind }), undefined)
}

/** The contract as it would be with further deeds. */
export function withDeeds(contract: Contract, deeds: readonly ContractDeed[]): Contract {
  const events = deeds.map((deed): ContractEvent => ({ ...deed, id: '', recordedAtMs: 0, recordedBy: '' }))
  return events.reduce<Contract>((before, event) => applied(before, event, before) ?? before, contract)
}

function applied(
  contract: Contract | undefined,
  event: ContractEvent,
  names: Pick<Contract, 'id' | 'tenantId' | 'profile' | 'customerKind'>,
): Contract | undefined {
  if (event.kind === 'begun') {
    const { begins, currency, termMonths, versionId } = event
    const term = termMonths === undefined ? undefined : { from: begins, months: termMonths }
    const { id, tenantId, profile, customerKind } = names
    return {
      id,
      tenantId,
      profile,
      ...(customerKind && { customerKind }),
      begins,
      currency,
      term,
      cancellation: undefined,
      items: [],
      oneOffs: [],
      versions: [{ from: begins, versionId }],
    }
  }
  return contract === undefined ? undefined : changed(contract, event)
}

function changed(contract: Contract, event: Exclude<ContractEvent, { readonly kind: 'begun' }>): Contract {
  switch (event.kind) {
    case 'item-added': {
      const { itemId: id, item, from, quantity, versionId, siteId, subject } = event
      const added: ContractItem = { id, item, siteId, subject, quantities: [{ from, quantity }], prices: [{ from, versionId }] }
      return { ...contract, items: [...contract.items, added] }
    }
    case 'quantity-set': {
      const { itemId, from, quantity } = event
      const set = (item: ContractItem): ContractItem => ({ ...item, quantities: [...until(item.quantities, from), { from, quantity }] })
      return { ...contract, items: contract.items.map((item) => (item.id === itemId ? set(item) : item)) }
    }
    case 'one-off': {
      const { oneOffId: id, item, on, quantity, versionId, siteId, note } = event
      return { ...contract, oneOffs: [...contract.oneOffs, { id, item, on, quantity, versionId, siteId, note }] }
    }
    case 'cancelled':
      return { ...contract, cancellation: { eventId: event.id, until: event.until, reason: event.reason } }
    case 'term-restarted':
      return { ...contract, term: { from: event.from, months: event.months } }
    case 'prices-changed':
      return withPrices(contract, event)
    case 'withdrawn':
      return contract
  }
}

function withPrices(contract: Contract, { from, versionId }: { readonly from: Day; readonly versionId: string }): Contract {
  const change = { from, versionId }
  const repriced = (item: ContractItem): ContractItem => {
    const begins = item.prices[0]?.from
    const isBefore = begins !== undefined && Temporal.PlainDate.compare(begins, from) < 0
    return isBefore ? { ...item, prices: [...until(item.prices, from), change] } : item
  }
  return { ...contract, versions: [...until(contract.versions, from), change], items: contract.items.map(repriced) }
}

/** What begins before that day. */
function until<Entry extends { readonly from: Day }>(entries: readonly Entry[], day: Day): readonly Entry[] {
  return entries.filter(({ from }) => Temporal.PlainDate.compare(from, day) < 0)
}
