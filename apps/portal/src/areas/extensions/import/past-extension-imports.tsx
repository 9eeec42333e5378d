import { Alert, List } from '@mantine/core'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../api/queries.ts'
import { useCustomer } from '../../../session/customer.tsx'
import { useMayChange } from '../../../session/may-change.tsx'
import { useConfirm } from '../../../shared/confirm.tsx'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { PastImports } from '../../../shared/table-import/past-imports.tsx'
import { importTexts } from './import-texts.ts'
import { type KeptExtension, REFRESHES } from './report.ts'

/** Extensions that were imported, and the way back, which names those that stay. */
export function PastExtensionImports() {
  const texts = useTexts(importTexts)
  const { data } = useAnswer('GET /extensions/imports', [{ query: useCustomer() }])
  const [kept, setKept] = useState<readonly KeptExtension[]>([])
  const takeBack = useTakeBack(setKept)
  return (
    <PastImports
      items={data?.items}
      counts={({ created, skipped, failed }) => texts.counts(created, skipped, failed)}
      none={texts.none}
      takeBack={useMayChange() ? ({ id, created }) => takeBack(id, created) : undefined}
    >
      {kept.length === 0 ? null : <Kept kept={kept} />}
    </PastImports>
  )
}

function useTakeBack(setKept: (kept: readonly KeptExtension[]) => void) {
  const texts = useTexts(importTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const undo = useChange('POST /extensions/imports/{importId}/undo', { refreshes: REFRESHES })
  return async (importId: string, count: number): Promise<void> => {
    if (!(await confirm({ title: texts.takeBackTitle(count), consequence: texts.takeBackConsequence, act: shared.delete }))) return
    try {
      const { undone, kept } = await undo.mutateAsync([{ path: { importId }, query: customer }])
      setKept(kept)
      done(texts.undone(undone))
    } catch (error) {
      failed(error)
    }
  }
}

function Kept({ kept }: { readonly kept: readonly KeptExtension[] }) {
  const texts = useTexts(importTexts)
  const { language } = useLanguage()
  return (
    <Alert title={texts.kept} role="status">
      <List size="sm">
        {kept.map(({ extensionId, number, name, text }) => (
          <List.Item key={extensionId}>
            {number} {name}: {text[language]}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
