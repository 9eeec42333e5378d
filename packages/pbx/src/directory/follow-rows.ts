import {
  type AssignedNumber,
  type Extension,
  findNumbers,
  listNumbers,
  type PhoneNumber,
  type StoredSite,
  type TenantSnapshot,
} from '@klinke/accounts'
import { patchedInOrder, type Tx } from '@klinke/platform'
import { findExtensions, listExtensions, type StoredExtension } from '../extensions/store.ts'
import { targetKey } from '../internal-numbers/store.ts'
import type { PbxSnapshot } from '../snapshot.ts'

type Keys = ReadonlySet<string> | undefined

/** A tenant's extensions after those with these ids have changed; undefined: any. */
export async function followExtensions(tx: Tx, before: PbxSnapshot, ids: Keys): Promise<TenantSnapshot['extensions']> {
  if (ids === undefined) return extensionsByNumber(await listExtensions(tx))
  const now = extensionsByNumber(await findExtensions(tx, [...ids]))
  return patchedInOrder(before.extensions, [...numbersOf(before, ids), ...now.keys()], now)
}

/** Its numbers, in the same way. */
export async function followNumbers(tx: Tx, { numbers }: TenantSnapshot, keys: Keys): Promise<TenantSnapshot['numbers']> {
  if (keys === undefined) return numbersByE164(await listNumbers(tx))
  return patchedInOrder(numbers, keys, numbersByE164(await findNumbers(tx, [...keys])))
}

export function extensionsByNumber(extensions: readonly StoredExtension[]): TenantSnapshot['extensions'] {
  return new Map(extensions.map((extension) => [extension.number, extensionOf(extension)]))
}

export function numbersByE164(numbers: readonly AssignedNumber[]): TenantSnapshot['numbers'] {
  return new Map(numbers.map((number) => [number.e164, numberOf(number)]))
}

/** Those that they had until now; as targets of calls they are known by id, so that nobody looks through 10,000 of them. */
function numbersOf({ internalNumbers }: PbxSnapshot, ids: ReadonlySet<string>): readonly string[] {
  return [...ids].flatMap((id) => internalNumbers.targets.get(targetKey('extension', id))?.number ?? [])
}

function extensionOf({ id, number, name, sipUsername, ha1, outgoingNumber, siteId }: StoredExtension): Extension {
  return { id, number, name, sipUsername, ha1, outgoingNumber: outgoingNumber ?? undefined, ...(siteId === null ? {} : { siteId }) }
}

function numberOf({ e164, siteId }: AssignedNumber): PhoneNumber {
  return siteId === null ? { e164 } : { e164, siteId }
}

export function sitesById(sites: readonly StoredSite[]): TenantSnapshot['sites'] {
  return new Map(
    sites.map(({ id, name, isMain, areaCode, addresses, emergencyNumber }) => {
      const dated = addresses.map(({ street, houseNumber, postalCode, city, from }) => ({ street, houseNumber, postalCode, city, from }))
      return [id, { id, name, isMain, areaCode, addresses: dated, emergencyNumber: emergencyNumber ?? undefined }]
    }),
  )
}
