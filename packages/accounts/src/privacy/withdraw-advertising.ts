import type { Tx } from '@klinke/platform'
import { noteConsent, validConsents } from './consent-ledger.ts'
import type { PrivacyRequest } from './request-store.ts'
import { personOf } from './subject.ts'

const ADVERTISING = ['marketing-mail', 'marketing-phone', 'newsletter'] as const

/** Who objects gets no more advertising (Art. 21 (2), (3) GDPR): consents to it that hold for the person's addresses are withdrawn in the ledger. */
export async function withdrawAdvertising(
  tx: Tx,
  { tenant_id: tenantId, subject }: PrivacyRequest,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const person = await personOf(tx, tenantId, subject)
  if (person === undefined) return
  for (const entry of await validConsents(tx, tenantId, person.emails)) {
    if (!ADVERTISING.some((purpose) => purpose === entry.purpose)) continue
    const { purpose, email, wording } = entry
    const said = { tenantId, purpose, person: entry.person, email, wording, textVersion: entry.text_version }
    await noteConsent(tx, { ...said, given: false, channel: 'portal', recordedBy: by, at })
  }
}
