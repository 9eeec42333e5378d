import type { Language, Text, Tx } from '@klinke/platform'
import { noteConsent, validConsents } from './consent-ledger.ts'
import type { PrivacyRequest } from './request-store.ts'
import { personOf } from './subject.ts'

const ADVERTISING = {
  'marketing-mail': { de: 'Werbung per Mail', en: 'advertising by mail' },
  'marketing-phone': { de: 'Werbung am Telefon', en: 'advertising by phone' },
  newsletter: { de: 'Newsletter', en: 'newsletter' },
} as const satisfies Readonly<Record<string, Text>>
type Advertising = keyof typeof ADVERTISING
/** Of a customer with more of them the answer tells how many there are. */
const NAMED = 20

/** A consent that is withdrawn. */
export interface WithdrawnConsent {
  readonly purpose: Advertising
  readonly person: string
  readonly email: string | null
}

/**
 * Who objects gets no more advertising (Art. 21 (2), (3) GDPR): the consents to it that hold are withdrawn in the ledger, of a person under the addresses and
 * names that are known, of the customer itself all. Gives those that were: none, where none held.
 */
export async function withdrawAdvertising(
  tx: Tx,
  { tenant_id: tenantId, subject }: PrivacyRequest,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<readonly WithdrawnConsent[]> {
  const person = await personOf(tx, tenantId, subject)
  const withdrawn: WithdrawnConsent[] = []
  for (const { purpose, email, wording, text_version: textVersion, person: name } of await validConsents(tx, tenantId, person)) {
    if (!isAdvertising(purpose)) continue
    const said = { tenantId, purpose, person: name, email, wording, textVersion }
    await noteConsent(tx, { ...said, given: false, channel: 'portal', recordedBy: by, at })
    withdrawn.push({ purpose, person: name, email })
  }
  return withdrawn
}

/** What the answer to an objection says of it, also that there was none: nobody is told that something was done where nothing was. */
export function withdrawnWords(withdrawn: readonly WithdrawnConsent[], language: Language): string {
  if (withdrawn.length === 0)
    return language === 'de'
      ? 'Eine Einwilligung in Werbung lag uns dazu nicht vor; widerrufen wurde deshalb keine.'
      : 'We held no consent to advertising for this; so none was withdrawn.'
  const lines = withdrawn.slice(0, NAMED).map(({ purpose, person, email }) => {
    const who = email === null ? person : `${person}, ${email}`
    return `– ${ADVERTISING[purpose][language]} (${who})`
  })
  const more = withdrawn.length - lines.length
  const rest = more === 0 ? [] : [language === 'de' ? `– und ${more} weitere` : `– and ${more} more`]
  return [language === 'de' ? 'Widerrufene Einwilligungen:' : 'Consents withdrawn:', ...lines, ...rest].join('\n')
}

function isAdvertising(purpose: string): purpose is Advertising {
  return Object.hasOwn(ADVERTISING, purpose)
}
