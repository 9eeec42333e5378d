import type { ChargeLine as ContractCharge } from '../../contracts/charges/charge-line.ts'
import type { ChargeLine } from '../line.ts'

export const CONTRACTS = 'contracts'

/** A charge of a contract as a line: what is taken back has the quantity below zero, because a price never is. */
export function lineOfContract(charge: ContractCharge): ChargeLine {
  const { title, counted, quantity, unitPrice, micros, currency, vat, siteId, from, until, id } = charge
  const isWhole = unitPrice * BigInt(quantity) === (micros < 0n ? -micros : micros)
  const sign = micros < 0n ? -1 : 1
  const text = { de: `${title.de} (${counted.de})`, en: `${title.en} (${counted.en})` }
  const unit = charge.kind === 'recurring' || charge.kind === 'correction' ? 'month' : 'piece'
  return {
    ...(isWhole
      ? { text: title, quantity: sign * quantity, unit, unitMicros: unitPrice }
      : { text, quantity: sign, unit: 'lump-sum', unitMicros: micros < 0n ? -micros : micros }),
    ...{ netMicros: micros, currency, tax: vat, siteId: siteId ?? null, service: { from: from.toString(), until: until.toString() } },
    basis: { source: CONTRACTS, reference: id },
  }
}
