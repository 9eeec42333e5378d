import type { Answer, Body } from '../../api/operation.ts'

export type Site = Answer<'GET /sites'>['items'][number]
export type Address = NonNullable<Site['address']>

export interface SiteValues {
  readonly name: string
  /** As people write it: with its 0 or without. */
  readonly areaCode: string
  readonly address: Address
  readonly emergencyNumber: string | null
  /** As people write them: separated by commas or spaces. */
  readonly networks: string
}

export const NO_ADDRESS: Address = { street: '', houseNumber: '', postalCode: '', city: '' }
export const NEW_SITE: SiteValues = { name: '', areaCode: '', address: NO_ADDRESS, emergencyNumber: null, networks: '' }

export function valuesOf({ name, areaCode, address, emergencyNumber, networks }: Site): SiteValues {
  return { name, areaCode: `0${areaCode}`, address: address ?? NO_ADDRESS, emergencyNumber, networks: networks.join(', ') }
}

/** As the API takes it. */
export function bodyOf({
  name,
  areaCode,
  address,
}: SiteValues): Pick<Body<'POST /sites'>, 'name' | 'areaCode'> & { readonly address: Address } {
  return { name: name.trim(), areaCode: areaCodeIn(areaCode), address: trimmed(address) }
}

export function trimmed({ street, houseNumber, postalCode, city }: Address): Address {
  return { street: street.trim(), houseNumber: houseNumber.trim(), postalCode: postalCode.trim(), city: city.trim() }
}

export function isAreaCode(text: string): boolean {
  return /^0?[1-9]\d{1,4}$/.test(text.trim())
}

export function areaCodeIn(text: string): string {
  return text.trim().replace(/^0/, '')
}

/** In one line, as on a letter. */
export function lineOf({ street, houseNumber, postalCode, city }: Address): string {
  return `${street} ${houseNumber}, ${postalCode} ${city}`
}

export function networksIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((network) => network !== '')
}
