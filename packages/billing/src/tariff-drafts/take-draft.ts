import type { Tx } from '@klinke/platform'
import { type Draft, findDraft } from './draft-store.ts'
import { DraftChanged } from './problems.ts'

/**
 * To change it, or to publish it: nobody else does until the transaction ends. `revision`: what the caller has looked at, since prices are named by their
 * places. Throws `NotFound`, and `DraftChanged` when somebody has changed it since.
 */
export async function takeDraft(tx: Tx, id: string, revision: number): Promise<Draft> {
  const draft = await findDraft(tx, id, 'for update')
  if (draft.revision !== revision) throw new DraftChanged(draft)
  return draft
}
