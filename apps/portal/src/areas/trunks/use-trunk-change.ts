import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { trunkTexts } from './texts.ts'
import { type Account, type Change, REFRESHED } from './trunk.ts'

interface Planned {
  readonly change: Change
  readonly plan: Answer<'POST /customer-trunks/{trunkId}/changes/preview'>
}

/** First a change is looked at (`check`), then made; the notice takes it back. Both throw what the server refuses. */
export function useTrunkChange(trunkId: string, made: (accounts: readonly Account[]) => void) {
  const texts = useTexts(trunkTexts)
  const { done, failed } = useNotices()
  const [planned, setPlanned] = useState<Planned>()
  const preview = useChange('POST /customer-trunks/{trunkId}/changes/preview', { refreshes: [] })
  const making = useChange('POST /customer-trunks/{trunkId}/changes', REFRESHED)
  const undoing = useChange('POST /customer-trunks/{trunkId}/changes/{changeId}/undo', REFRESHED)
  const path = { trunkId }
  return {
    planned,
    isBusy: making.isPending,
    check: async (change: Change): Promise<void> => {
      setPlanned(undefined)
      setPlanned({ change, plan: await preview.mutateAsync([{ path, body: change }]) })
    },
    /** `charge`: as a minor change, where the customer's product does (TRK-16). */
    make: (charge: boolean): void => {
      if (planned === undefined) return
      making.mutateAsync([{ path, body: planned.change, query: charge ? { charge: 'true' } : {} }]).then(({ id, accounts }) => {
        setPlanned(undefined)
        made(accounts)
        done(texts.made, () => undoing.mutateAsync([{ path: { trunkId, changeId: id } }]))
      }, failed)
    },
  }
}
