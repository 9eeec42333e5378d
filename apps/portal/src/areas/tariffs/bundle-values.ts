import type { Body } from '../../api/operation.ts'
import type { Bundle } from './bundle-words.ts'

type Edit = Body<'PATCH /tariff-drafts/{draftId}'>['changes'][number]
type WrittenBundle = Extract<Edit, { readonly kind: 'set-bundle' }>['bundle']

/** A bundle as its form has it; empty: it says nothing of that. */
export interface BundleValues {
  readonly id: string
  readonly item: string
  readonly de: string
  readonly en: string
  /** A month; `''`: no limit. */
  readonly minutes: number | string
  readonly of: Bundle['of']
  readonly zones: string[]
  readonly kinds: NonNullable<Bundle['kinds']>[number][]
  readonly countries: string[]
  readonly exceptPrefixes: string[]
  readonly origins: Bundle['origins'][number][]
  readonly media: Bundle['media'][number][]
  readonly leastSeats: number | string
  readonly allSeats: boolean
}

const SECONDS_PER_MINUTE = 60

/** Undefined: a new one, for calls that are dialled. */
export function valuesOf(bundle: Bundle | undefined): BundleValues {
  const { zones, kinds, countries, exceptPrefixes, leastSeats, seconds } = bundle ?? {}
  return {
    ...{ id: bundle?.id ?? '', item: bundle?.item ?? '', de: bundle?.name.de ?? '', en: bundle?.name.en ?? '' },
    ...{ minutes: seconds == null ? '' : seconds / SECONDS_PER_MINUTE, of: bundle?.of ?? 'customer', leastSeats: leastSeats ?? '' },
    ...{ zones: [...(zones ?? [])], kinds: [...(kinds ?? [])], countries: [...(countries ?? [])] },
    ...{
      exceptPrefixes: [...(exceptPrefixes ?? [])],
      origins: [...(bundle?.origins ?? ['own'])],
      media: [...(bundle?.media ?? ['voice'])],
    },
    allSeats: bundle?.allSeats ?? false,
  }
}

/** As the API takes it. */
export function bundleOf(values: BundleValues): WrittenBundle {
  const { id, item, de, en, minutes, of, zones, kinds, countries, exceptPrefixes, origins, media, leastSeats, allSeats } = values
  return {
    ...{ id, name: { de, en }, of, origins, media, seconds: minutes === '' ? null : Math.round(Number(minutes) * SECONDS_PER_MINUTE) },
    ...(item.trim() === '' ? {} : { item: item.trim() }),
    ...(zones.length === 0 ? {} : { zones }),
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(countries.length === 0 ? {} : { countries: countries.map((country) => country.trim().toUpperCase()) }),
    ...(exceptPrefixes.length === 0 ? {} : { exceptPrefixes: exceptPrefixes.map((prefix) => prefix.replaceAll(' ', '')) }),
    ...(leastSeats === '' ? {} : { leastSeats: Number(leastSeats) }),
    ...(allSeats ? { allSeats } : {}),
  }
}
