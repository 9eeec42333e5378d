import { useAnswer, useChange } from '../../../api/queries.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { PastImports } from '../../../shared/table-import/past-imports.tsx'
import { REFRESHES } from './price-imports.ts'
import { priceTexts } from './texts.ts'

/** Price lists that were imported; the newest can be taken back, as long as nobody has changed a price since. */
export function PastPriceImports({ carrierId }: { readonly carrierId: string }) {
  const texts = useTexts(priceTexts)
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /carriers/{carrierId}/price-imports', [{ path: { carrierId } }])
  const undo = useChange('POST /carriers/{carrierId}/price-imports/{importId}/undo', { refreshes: REFRESHES })
  const takeBack = async (importId: string): Promise<void> => {
    await undo.mutateAsync([{ path: { carrierId, importId } }]).then(({ rates }) => done(texts.undone(rates)), failed)
  }
  return (
    <PastImports
      items={data?.items}
      counts={(past) => texts.counts({ ...past, removed: past.removed ?? 0 })}
      none={texts.noImports}
      takeBack={({ id }) => takeBack(id)}
      isBusy={undo.isPending}
    />
  )
}
