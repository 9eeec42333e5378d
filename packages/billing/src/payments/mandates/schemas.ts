import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { groupedIban } from '../sepa/account.ts'
import { lapsesOn, MANDATE_KINDS, MANDATE_STATES } from './mandate.ts'
import type { StoredMandate } from './store.ts'

export const ibanText = z
  .string()
  .trim()
  .min(5)
  .max(50)
  .meta({ examples: ['DE02 1203 0000 0000 2020 51'] })
export const bicText = z
  .string()
  .trim()
  .max(14)
  .nullish()
  .describe('Absent: the bank is found by the IBAN')
  .meta({ examples: ['BYLADEM1001'] })

export const newMandate = z.strictObject({
  tenantId: z.uuid().optional().describe('Required with an operator key'),
  kind: z.enum(MANDATE_KINDS).default('recurring').describe('"one-off": for a single debit'),
  accountHolder: z
    .string()
    .trim()
    .min(1)
    .max(70)
    .regex(/\p{L}/u, inBoth({ en: 'must be a name', de: 'muss ein Name sein' }))
    .describe('Whose account it is')
    .meta({ examples: ['Müller & Söhne GmbH'] }),
  payerAddress: z.string().trim().min(5).max(200).nullish().describe('Of a payer who is not the customer'),
  iban: ibanText,
  bic: bicText,
  signedOn: z.iso.date().optional().describe('Of a mandate on paper; absent: today. What a customer gives here is not on paper'),
})

export const mandateView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  reference: z.string(),
  kind: z.enum(MANDATE_KINDS),
  state: z
    .enum(MANDATE_STATES)
    .describe('"given": on paper, not confirmed; "active" and "used": is collected by; "lapsed": not used for 36 months'),
  accountHolder: z.string(),
  payerAddress: z.string().nullable(),
  iban: z.string().describe('In groups of four'),
  bic: z.string().nullable(),
  signedOn: z.iso.date(),
  givenBy: z.enum(['portal', 'paper']),
  giverName: z.string(),
  document: z.object({ mediaType: z.string(), sha256: z.string() }).nullable().describe('The signed copy'),
  lastUsedOn: z.iso.date().nullable(),
  lapsesOn: z.iso.date().describe('If it is not used before'),
  endReason: z.string().nullable().describe('Who revoked it, or the reason of the bank, such as "AC04"'),
})

export function viewOfMandate({ document, isFirstCollected: _first, ...mandate }: StoredMandate): z.infer<typeof mandateView> {
  const copy = document === undefined ? null : { mediaType: document.mediaType, sha256: document.sha256 }
  return { ...mandate, iban: groupedIban(mandate.iban), document: copy, lapsesOn: lapsesOn(mandate).toString() }
}
