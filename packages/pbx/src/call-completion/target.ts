import type { Extension } from '@klinke/accounts'
import { parseDialled } from '@klinke/numbering'
import { dialContext } from '../calls/dial-context.ts'
import type { PbxSnapshot } from '../snapshot.ts'

/** What can be called again. */
export interface CompletionTarget {
  /** Undefined: somebody outside, or what is no extension. */
  readonly calleeId: string | undefined
}

/**
 * Whom a number reaches that an extension dials. Undefined for what is not called by a machine: 110 and 112, short codes such as 116 117, which
 * would be flooded, and what is no number.
 */
export function completionTarget(number: string, tenant: PbxSnapshot, extension: Extension): CompletionTarget | undefined {
  const { internalNumbers, numberDestinations } = tenant
  const meaning = parseDialled(number, dialContext(tenant, extension))
  switch (meaning.kind) {
    case 'extension': {
      const target = internalNumbers.byNumber.get(meaning.number)
      return { calleeId: target?.kind === 'extension' ? target.id : undefined }
    }
    case 'public': {
      const destination = numberDestinations.get(meaning.number)
      return { calleeId: destination?.kind === 'extension' ? destination.targetId : undefined }
    }
    default:
      return undefined
  }
}
