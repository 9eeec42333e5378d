import type { TenantSnapshot } from '@klinke/accounts'
import { addressOfRecord, type Registrar } from '@klinke/calls'
import { changedKeys } from '@klinke/platform'

/** Takes the registrations of extensions that are gone, or whose account is another: an old password rings no more. */
export function endLostRegistrations(
  registrar: Pick<Registrar, 'removeAll'>,
  now: TenantSnapshot | undefined,
  before: TenantSnapshot | undefined,
): void {
  if (before === undefined) return
  for (const number of changedKeys(now?.extensions ?? new Map(), before.extensions)) {
    const [today, extension] = [now?.extensions.get(number), before.extensions.get(number)]
    if (extension === undefined) continue
    if (today?.sipUsername === extension.sipUsername && today.ha1.md5 === extension.ha1.md5) continue
    registrar.removeAll(addressOfRecord({ extensionNumber: number, domain: before.sipDomain }))
  }
}
