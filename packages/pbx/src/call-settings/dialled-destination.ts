import type { Extension } from '@klinke/accounts'
import { parseDialled } from '@klinke/numbering'
import { dialContext } from '../calls/dial-context.ts'
import type { CallDestination } from '../destinations/destination.ts'
import { TARGET_KINDS } from '../destinations/destination.ts'
import type { PbxSnapshot } from '../snapshot.ts'

interface Dialler {
  readonly tenant: PbxSnapshot
  readonly extension: Extension
}

/** The destination that a number means when an extension dials it behind a code; undefined for none, such as 110. */
export function dialledDestination(dialled: string, { tenant, extension }: Dialler): CallDestination | undefined {
  const { byNumber } = tenant.internalNumbers
  const meaning = parseDialled(dialled, dialContext(tenant, extension))
  if (meaning.kind === 'public') return { kind: 'external', number: meaning.number }
  const target = meaning.kind === 'extension' ? byNumber.get(meaning.number) : undefined
  if (target?.kind === 'operator') return { kind: 'operator' }
  const kind = TARGET_KINDS.find((known) => known === target?.kind)
  return kind === undefined || target === undefined ? undefined : { kind, targetId: target.id }
}
