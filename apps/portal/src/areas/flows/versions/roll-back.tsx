import { Button } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../../api/queries.ts'
import { useConfirm } from '../../../shared/confirm.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { useEditor } from '../editor/editor-context.tsx'
import type { FlowVersion } from '../graph/flow.ts'
import { versionsTexts } from './versions-texts.ts'

/** Makes an earlier version the draft and publishes it at once. */
export function RollBack({ version, graph }: Pick<FlowVersion, 'version' | 'graph'>) {
  const texts = useTexts(versionsTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const { flow, change, flush, look } = useEditor()
  const [isBusy, setBusy] = useState(false)
  const publish = useChange('POST /flows/{flowId}/publish', { refreshes: ['/flows'] })
  const rollBack = async (): Promise<void> => {
    const isMeant = await confirm({ title: texts.rollBackQuestion(version), consequence: texts.rollBackConsequence, act: texts.rollBack })
    if (!isMeant) return
    setBusy(true)
    try {
      change((draft) => ({ ...draft, graph }))
      if (!(await flush())) return
      const published = await publish.mutateAsync([{ path: { flowId: flow.id }, body: { note: texts.rolledBackNote(version) } }])
      await look()
      done(texts.published(published.version))
    } catch (error) {
      failed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void rollBack()}>
      {texts.rollBack}
    </Button>
  )
}
