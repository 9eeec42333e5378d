import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { importTexts } from './import-texts.ts'

/** What was imported, and the way back. */
export function PastImports({ bookId }: { readonly bookId: string }) {
  const texts = useTexts(importTexts)
  const shared = useTexts(sharedTexts)
  const format = useFormat()
  const { done, failed } = useNotices()
  const { data } = useAnswer('GET /phone-books/{bookId}/imports', [{ path: { bookId } }])
  const undo = useChange('POST /phone-books/{bookId}/imports/{importId}/undo', {
    refreshes: ['/phone-books', '/call-records', '/live-calls'],
  })
  const takeBack = async (importId: string): Promise<void> => {
    try {
      const { undone, left } = await undo.mutateAsync([{ path: { bookId, importId } }])
      done(texts.undone(undone, left))
    } catch (error) {
      failed(error)
    }
  }
  return (
    <Fieldset legend={texts.past}>
      <Stack gap="xs">
        {data?.items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
        {data?.items.map(({ id, fileName, createdAt, created, changed, skipped, failed: wrong, undoneAt }) => (
          <Group key={id} justify="space-between">
            <Text size="sm">
              {format.when(createdAt)} · {fileName || texts.unnamed} · {texts.counts(created, changed, skipped, wrong)}
            </Text>
            {undoneAt === null ? (
              <Button
                size="xs"
                variant="default"
                loading={undo.isPending}
                onClick={() => void takeBack(id)}
                aria-label={texts.takeBack(fileName || texts.unnamed)}
              >
                {shared.undo}
              </Button>
            ) : (
              <Text size="sm" c="dimmed">
                {texts.takenBack}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Fieldset>
  )
}
