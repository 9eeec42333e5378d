import {
  type AssignedNumber,
  type Extension,
  findNumbers,
  IN_USE,
  listNumbersInUse,
  listSparseBlocks,
  OwnedNumbers,
  type PhoneNumber,
  type SparseBlock,
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

/** Its numbers, in the same way. Their states, blocks and sites are known: a change of those has all read again (`readNumbers`). */
export async function followNumbers(tx: Tx, { id, numbers }: TenantSnapshot, keys: Keys): Promise<TenantSnapshot['numbers']> {
  if (keys === undefined) return readNumbers(tx, id)
  const rows = numbers instanceof OwnedNumbers ? numbers.rows : numbers
  const now = numbersByE164((await findNumbers(tx, [...keys])).filter(({ state }) => IN_USE.has(state)))
  const followed = patchedInOrder(rows, keys, now)
  return numbers instanceof OwnedNumbers ? new OwnedNumbers(followed, numbers.blocks) : followed
}

/** All numbers of the tenant that calls reach. `tx` sees that tenant. */
export async function readNumbers(tx: Tx, tenantId: string): Promise<TenantSnapshot['numbers']> {
  return ownedNumbers(await listNumbersInUse(tx), (await listSparseBlocks(tx)).get(tenantId))
}

/** With the large blocks of a tenant that has some. */
export function ownedNumbers(
  rows: readonly AssignedNumber[],
  blocks: ReadonlyMap<string, SparseBlock> | undefined,
): TenantSnapshot['numbers'] {
  const byE164 = numbersByE164(rows)
  return blocks === undefined ? byE164 : new OwnedNumbers(byE164, blocks)
}

export function extensionsByNumber(extensions: readonly StoredExtension[]): TenantSnapshot['extensions'] {
  return new Map(extensions.map((extension) => [extension.number, extensionOf(extension)]))
}

function numbersByE164(numbers: readonly AssignedNumber[]): TenantSnapshot['numbers'] {
  return new Map(numbers.map((number) => [number.e164, numberOf(number)]))
}

/** Those that they had until now; as targets of calls they are known by id, so that nobody looks through 10,000 of them. */
function numbersOf({ internalNumbers }: PbxSnapshot, ids: ReadonlySet<string>): readonly string[] {
  return [...ids].flatMap((id) => internalNumbers.targets.get(targetKey('extension', id))?.number ?? [])
}

function extensionOf({ id, number, name, sipUsername, ha1, outgoingNumber, siteId, userPackage }: StoredExtension): Extension {
  return {
    ...{ id, number, name, sipUsername, ha1, outgoingNumber: outgoingNumber ?? undefined },
    ...(siteId !== null && { siteId }),
    ...(userPackage !== null && { userPackage }),
  }
}

function numberOf({ e164, siteId, block, digitsBeyond }: AssignedNumber): PhoneNumber {
  return {
    e164,
    ...(siteId === null ? {} : { siteId }),
    ...(block === null ? {} : { block: block.first }),
    ...(digitsBeyond === 'forbidden' && { noneBeyond: true }),
  }
}

export function sitesById(sites: readonly StoredSite[]): TenantSnapshot['sites'] {
  return new Map(
    sites.map(({ id, name, isMain, areaCode, addresses, emergencyNumber, networks }) => {
      const dated = addresses.map(({ street, houseNumber, postalCode, city, from }) => ({ street, houseNumber, postalCode, city, from }))
      return [id, { id, name, isMain, areaCode, addresses: dated, emergencyNumber: emergencyNumber ?? undefined, networks }]
    }),
  )
}
