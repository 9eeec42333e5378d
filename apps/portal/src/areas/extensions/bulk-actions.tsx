import { Button, Group, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import { useRefresh } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { PackageField } from '../../shared/user-packages/package-field.tsx'
import type { Extension } from './extension.ts'
import { OutgoingNumberField } from './outgoing-number-field.tsx'
import { extensionTexts } from './texts.ts'

interface BulkActionsProps {
  readonly chosen: readonly Extension[]
  readonly clear: () => void
}

/** What can be done with many extensions at once. */
export function BulkActions({ chosen, clear }: BulkActionsProps) {
  const texts = useTexts(extensionTexts)
  const shared = useTexts(sharedTexts)
  const [number, setNumber] = useState<string | null>(null)
  const [userPackage, setPackage] = useState<string | null>(null)
  const { changeOutgoing, changePackage, remove, isBusy, doneSoFar } = useBulkWork(chosen, clear)
  return (
    <Group>
      <OutgoingNumberField value={number} onChange={setNumber} isBare />
      <Button size="xs" variant="default" loading={isBusy} onClick={() => changeOutgoing(number)}>
        {texts.setOutgoing}
      </Button>
      <PackageField value={userPackage} onChange={setPackage} isBare />
      {userPackage === null ? null : (
        <Button size="xs" variant="default" loading={isBusy} onClick={() => changePackage(userPackage)}>
          {texts.setPackage}
        </Button>
      )}
      <Button size="xs" color="red" loading={isBusy} onClick={remove}>
        {shared.delete}
      </Button>
      {doneSoFar === undefined ? null : <Done done={doneSoFar} of={chosen.length} />}
    </Group>
  )
}

/** How far the work is: one after the other, a thousand take a minute. */
function Done({ done, of }: { readonly done: number; readonly of: number }) {
  const said = useTexts(extensionTexts).bulkDone(done, of)
  return (
    <>
      <Text size="sm">{said}</Text>
      <Progress.Root w={160}>
        <Progress.Section value={(100 * done) / of} aria-label={said} />
      </Progress.Root>
    </>
  )
}

function useBulkWork(chosen: readonly Extension[], clear: () => void) {
  const texts = useTexts(extensionTexts)
  const shared = useTexts(sharedTexts)
  const [isBusy, setBusy] = useState(false)
  const [doneSoFar, setDone] = useState<number>()
  const confirm = useConfirm()
  const api = useApi()
  const refresh = useRefresh()
  const { done, failed } = useNotices()
  const each = async (work: (extension: Extension) => Promise<unknown>): Promise<void> => {
    // One after the other: the server's rate limit is for all windows together.
    try {
      for (const [index, extension] of chosen.entries()) {
        setDone(index)
        await work(extension)
      }
    } finally {
      setDone(undefined)
      // What was done before one failed is done.
      await refresh('/extensions')
    }
  }
  const run = (work: () => Promise<void>): void => {
    setBusy(true)
    work()
      .catch(failed)
      .finally(() => setBusy(false))
  }
  const change = (bodyOf: (extension: Extension) => { readonly [Field in 'outgoingNumber' | 'userPackage']?: string | null }) =>
    each((extension) => api('PATCH /extensions/{extensionId}', { path: { extensionId: extension.id }, body: bodyOf(extension) }))
  const changeOutgoing = (number: string | null): void =>
    run(async () => {
      await change(() => ({ outgoingNumber: number }))
      done(texts.outgoingChanged(chosen.length), () => change(({ outgoingNumber }) => ({ outgoingNumber })))
      clear()
    })
  const changePackage = (wanted: string): void =>
    run(async () => {
      await change(() => ({ userPackage: wanted }))
      done(texts.packageChanged(chosen.length), () => change(({ userPackage }) => ({ userPackage })))
      clear()
    })
  const remove = (): void =>
    run(async () => {
      if (!(await confirm({ title: texts.deleteMany(chosen.length), consequence: texts.deleteConsequence, act: shared.delete }))) return
      await each(({ id }) => api('DELETE /extensions/{extensionId}', { path: { extensionId: id } }))
      done(texts.deleted(chosen.length))
      clear()
    })
  return { changeOutgoing, changePackage, remove, isBusy, doneSoFar }
}
