import { Button } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../confirm.tsx'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { type InUse, StillUsed } from './still-used.tsx'

interface DeleteButtonProps {
  /** The question, such as "Delete ring group 60?" */
  readonly title: string
  /** What will be different afterwards, in words. */
  readonly consequence: string
  readonly remove: () => Promise<unknown>
  /** Told afterwards, such as "Ring group deleted". */
  readonly deleted: string
  /** Where to go then; absent: one stays. */
  readonly then?: () => void
  /** In a list of several: what is deleted, for those who do not see it. */
  readonly label?: string
}

/** Deletes when it is meant; absent for who may only look. What still leads to the thing is shown with links, where it can be changed. */
export function DeleteButton({ title, consequence, remove, deleted, then, label }: DeleteButtonProps) {
  const texts = useTexts(sharedTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const [isBusy, setBusy] = useState(false)
  const [inUse, setInUse] = useState<InUse>()
  const mayChange = useMayChange()
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title, consequence, act: texts.delete }))) return
    setBusy(true)
    try {
      await remove()
      done(deleted)
      then?.()
    } catch (error) {
      if (error instanceof Problem && error.usedBy.length > 0) setInUse({ title: error.title, usedBy: error.usedBy })
      else failed(error)
    } finally {
      setBusy(false)
    }
  }
  if (!mayChange) return null
  return (
    <>
      <Button color="red" variant="light" loading={isBusy} onClick={() => void ask()} aria-label={label}>
        {texts.delete}
      </Button>
      <StillUsed inUse={inUse} close={() => setInUse(undefined)} />
    </>
  )
}
