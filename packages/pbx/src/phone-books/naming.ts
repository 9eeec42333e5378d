import type { Naming } from '../call-view.ts'
import type { PbxDirectory } from '../snapshot.ts'
import { type CallerNames, named } from './caller-names.ts'

/** Names parties of calls in lists by the phone books of whoever reads: the company's, and before them a user's own. */
export function namingBy(names: CallerNames, directory: Pick<PbxDirectory, 'tenant'>): Naming {
  return (tenantId, principal) => (party) =>
    named(party, names, {
      tenantId,
      extensionId: principal.kind === 'user' ? principal.extensionId : undefined,
      when: directory.tenant(tenantId)?.phoneBooks ?? 'unnamed',
    })
}
