import { type AssignedNumber, type Extension, findNumbers, listNumbers, type PhoneNumber, type TenantSnapshot } from '@klinke/accounts'
import { patchedInOrder, type Tx } from '@klinke/platform'
import { findExtensions, listExtensions, type StoredExtension } from '../extensions/store.ts'

type Keys = ReadonlySet<string> | undefined

/** A tenant's extensions after those with these ids have changed; undefined: any. */
export async function followExtensions(tx: Tx, { extensions }: TenantSnapshot, ids: Keys): Promise<TenantSnapshot['extensions']> {
  if (ids === undefined) return extensionsByNumber(await listExtensions(tx))
  const now = extensionsByNumber(await findExtensions(tx, [...ids]))
  return patchedInOrder(extensions, [...numbersOf(extensions, ids), ...now.keys()], now)
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

/** Those that they had until now. */
function numbersOf(extensions: TenantSnapshot['extensions'], ids: ReadonlySet<string>): readonly string[] {
  const found: string[] = []
  for (const { id, number } of extensions.values()) {
    if (ids.has(id)) found.push(number)
    if (found.length === ids.size) break
  }
  return found
}

function extensionOf({ id, number, name, sipUsername, ha1, outgoingNumber }: StoredExtension): Extension {
  return { id, number, name, sipUsername, ha1, outgoingNumber: outgoingNumber ?? undefined }
}

function numberOf({ e164 }: AssignedNumber): PhoneNumber {
  return { e164 }
}
