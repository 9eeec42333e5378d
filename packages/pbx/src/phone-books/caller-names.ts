import type { CallParty } from '@klinke/calls'
import type { NameCallers } from './rules.ts'

/** Who has which number: in memory, so that a call asks nobody else. */
export interface CallerNames {
  /** As the tenant's phone books say. */
  ofCompany(tenantId: string, number: string): string | undefined
  /** As the extension's own says. */
  ofExtension(tenantId: string, extensionId: string, number: string): string | undefined
}

export const NO_NAMES: CallerNames = { ofCompany: () => undefined, ofExtension: () => undefined }

/** Whose phone books name somebody, and when. */
export interface Reader {
  readonly tenantId: string
  /** Who reads it: the own phone book goes before the company's. Absent: it is read by many. */
  readonly extensionId?: string | undefined
  readonly when: NameCallers
}

/** What a carrier gives as a name when there is none: the number again, or a word that says so. */
const NO_NAME = /^(?:[+\d\s()/.-]*|anonymous|unknown|unavailable|restricted)$/i

/** A party outside by the name that phone books have for its number; anybody else, and who has none, as before. */
export function named(party: CallParty, names: CallerNames, { tenantId, extensionId, when }: Reader): CallParty {
  if (when === 'never' || !isOutside(party)) return party
  const known =
    (extensionId === undefined ? undefined : names.ofExtension(tenantId, extensionId, party.number)) ??
    names.ofCompany(tenantId, party.number)
  if (known === undefined || (when === 'unnamed' && hasName(party) && !isCompanys(party, names, tenantId))) return party
  return { ...party, displayName: known }
}

/** The name is one that the company's phone book gave, which an extension's own goes before. */
function isCompanys({ number, displayName }: CallParty, names: CallerNames, tenantId: string): boolean {
  return displayName === names.ofCompany(tenantId, number)
}

function hasName({ displayName }: CallParty): boolean {
  return displayName !== undefined && !NO_NAME.test(displayName.trim())
}

/** A number of the public network: nobody of the own company, and nobody who hides. */
function isOutside({ number, extensionId }: CallParty): boolean {
  return number.startsWith('+') && extensionId === undefined
}
