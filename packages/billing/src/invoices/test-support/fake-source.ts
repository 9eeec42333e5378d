import type { ChargeSource, InvoiceSources } from '../sources.ts'
import { defaultTerms } from '../sources.ts'
import { CALLS, chargeWith } from './example.ts'

/** Charges that depend on nothing but the customer: every process that asks gets the same. */
export const fakeCharges: ChargeSource = {
  name: 'test',
  of: async (_tx, tenantId) => {
    const size = Number.parseInt(tenantId.replaceAll('-', '').slice(-4), 16)
    // Some customers owe nothing, some get money.
    if (size % 7 === 0) return []
    if (size % 7 === 1) return [chargeWith({ quantity: -1, unitMicros: BigInt(size + 1) * 10_007n })]
    return [chargeWith({ quantity: 1 + (size % 50) }), { ...CALLS, netMicros: BigInt(size) * 1_001n, unitMicros: BigInt(size) * 1_001n }]
  },
}

export const fakeSources: InvoiceSources = { charges: [fakeCharges], terms: defaultTerms }
