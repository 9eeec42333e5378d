import type { Answer } from '../../api/operation.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'

export type Entry = Answer<'GET /directory-entries/{entryId}'>
export type Proposal = Answer<'GET /directory-entries/proposal'>

export const REFRESHED = { refreshes: ['/directory-entries'] } as const

/** At which field a broken rule is shown. */
export const ENTRY_PROBLEM_FIELDS = {
  'directory-extension-wrong': 'extension',
  'directory-dates-wrong': 'validUntil',
}

const NOBODY = { name: '', street: '', houseNumber: '', postalCode: '', city: '' }

/** As the form has it: texts are never null. */
export interface EntryValues extends Omit<Proposal, 'subscriberNumber' | 'extension' | 'correspondence' | 'validUntil'> {
  readonly extension: string
  readonly hasCorrespondence: boolean
  readonly correspondence: typeof NOBODY
  readonly validUntil: string
}

export function valuesOf(entry: Proposal): EntryValues {
  const { use, kind, name, firstName, title, historicName, searchWord, profession, address } = entry
  const { printed, electronic, inquiry, inverseSearch, validFrom, validUntil, extension, correspondence } = entry
  return {
    ...{ use, kind, name, firstName, title, historicName, searchWord, profession, address, printed, electronic, inquiry, inverseSearch },
    ...{ validFrom, validUntil: validUntil ?? '', extension: extension ?? '' },
    ...{ hasCorrespondence: correspondence !== null, correspondence: correspondence ?? NOBODY },
  }
}

/** What the API is sent. */
export function bodyOf({ hasCorrespondence, correspondence, extension, validUntil, ...same }: EntryValues) {
  return {
    ...same,
    correspondence: hasCorrespondence ? correspondence : null,
    extension: extension.trim() === '' ? null : extension.trim(),
    validUntil: validUntil === '' ? null : validUntil,
  }
}

/** As it is listed: of a block its stem, and what stands behind it. */
export function listedNumber({ subscriberNumber, extension }: Pick<Entry, 'subscriberNumber' | 'extension'>): string {
  const number = readableNumbers(subscriberNumber)
  return extension === null ? number : `${number.replace(/0+$/, '')}-${extension}`
}
