import { Alert, Button, Fieldset, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../api/queries.ts'
import { useCustomer } from '../../../session/customer.tsx'
import { useMayChange } from '../../../session/may-change.tsx'
import { useConfirm } from '../../../shared/confirm.tsx'
import { useFormat } from '../../../shared/format.ts'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { sharedTexts } from '../../../shared/shared-texts.ts'
import { importTexts } from './import-texts.ts'
import { type KeptExtension, REFRESHES } from './report.ts'

/** What was imported, and the way back. */
export function PastImports() {
  const texts = useTexts(importTexts)
  const { data } = useAnswer('GET /extensions/imports', [{ query: useCustomer() }])
  const [kept, setKept] = useState<readonly KeptExtension[]>([])
  const takeBack = useTakeBack(setKept)
  const format = useFormat()
  const shared = useTexts(sharedTexts)
  const mayChange = useMayChange()
  return (
    <Fieldset legend={texts.past}>
      <Stack gap="xs">
        {kept.length === 0 ? null : <Kept kept={kept} />}
        {data?.items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
        {data?.items.map(({ id, fileName, createdAt, created, skipped, failed, undoneAt }) => (
          <Group key={id} justify="space-between">
            <Text size="sm">
              {format.when(createdAt)} · {fileName || texts.unnamed} · {texts.counts(created, skipped, failed)}
            </Text>
            {undoneAt !== null ? <Text size="sm">{texts.takenBack}</Text> : null}
            {undoneAt === null && created > 0 && mayChange ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => void takeBack(id, created)}
                aria-label={texts.takeBack(fileName || texts.unnamed)}
              >
                {shared.undo}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
    </Fieldset>
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
