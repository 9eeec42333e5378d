/** A number that has a name, in one phone book. */
export interface NumberRow {
  readonly tenantId: string
  readonly number: string
  readonly entryId: string
  /** Whose phone book it is; null: the company's. */
  readonly extensionId: string | null
  readonly label: string
}

type Labels = Map<string, string>

/** The names of a tenant's numbers: of the company, and of each extension with a phone book of its own. */
export interface TenantNames {
  readonly company: Labels
  readonly personal: Map<string, Labels>
}

export function noNames(): TenantNames {
  return { company: new Map(), personal: new Map() }
}

/** Notes a name. Of several entries with one number the first counts: rows come by entry id, the oldest first. */
export function note(names: TenantNames, { number, extensionId, label }: NumberRow): void {
  const labels = extensionId === null ? names.company : labelsOf(names, extensionId)
  if (!labels.has(number)) labels.set(number, label)
}

/** Forgets what is known of these numbers. */
export function forget({ company, personal }: TenantNames, numbers: readonly string[]): void {
  for (const number of numbers) {
    company.delete(number)
    for (const [extensionId, labels] of personal) {
      labels.delete(number)
      if (labels.size === 0) personal.delete(extensionId)
    }
  }
}

function labelsOf({ personal }: TenantNames, extensionId: string): Labels {
  const known = personal.get(extensionId)
  if (known !== undefined) return known
  const labels: Labels = new Map()
  personal.set(extensionId, labels)
  return labels
}
