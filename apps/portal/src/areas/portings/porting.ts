import type { Answer } from '../../api/operation.ts'

export type Porting = Answer<'GET /portings/{portingId}'>
export type PortingStep = Porting['steps'][number]

export const REFRESHED = { refreshes: ['/portings', '/number-ranges', '/numbers'] } as const

/** At which field a broken rule is shown. */
export const PORTING_PROBLEM_FIELDS = {
  'number-not-portable': 'number',
  'porting-under-way': 'number',
  'number-taken': 'number',
  'block-misaligned': 'number',
}

/** The states on the straight way, in their order. */
export const WAY = ['draft', 'asked', 'agreed', 'scheduled', 'switched', 'done'] as const

/** How far a porting has come on the straight way; what was refused stands where it was asked. */
export function placeOnWay(state: Porting['state']): number {
  if (state === 'cancelled') return -1
  return state === 'rejected' ? 1 : WAY.indexOf(state)
}

/** What the form is filled with; texts are never null. */
export interface PortingValues {
  readonly number: string
  readonly size: string
  readonly businessCase: Porting['businessCase']
  readonly carrier: string
  readonly holder: Porting['holder']
  readonly contact: string
  readonly email: string
  readonly attendant: string
  readonly directoryEntry: boolean
  readonly keepTemporary: boolean
  readonly wishedFor: string
}

export const NEW_PORTING: PortingValues = {
  ...{ number: '', size: '1', businessCase: 'VA-KUE-MRN', carrier: 'DEU.', contact: '', email: '', attendant: '' },
  holder: { name: '', street: '', houseNumber: '', postalCode: '', city: '' },
  ...{ directoryEntry: false, keepTemporary: false, wishedFor: '' },
}

export function valuesOf(porting: Porting): PortingValues {
  const { number, size, businessCase, carrier, holder, contact, email, attendant, directoryEntry, keepTemporary, wishedFor } = porting
  return {
    ...{ number, size: String(size), businessCase, carrier, holder, contact, directoryEntry, keepTemporary, wishedFor },
    ...{ email: email ?? '', attendant: attendant ?? '' },
  }
}

/** What the API takes as a change of the form; number and size stay. */
export function bodyOf({ number: _number, size: _size, email, attendant, ...same }: PortingValues) {
  return {
    ...same,
    carrier: same.carrier.trim().toUpperCase(),
    email: email.trim() === '' ? null : email.trim(),
    attendant: attendant.trim() === '' ? null : attendant.trim(),
  }
}
