import { Button } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { versionOf } from '../../api/version.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../confirm.tsx'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { sharedTexts } from '../shared-texts.ts'
import { type InUse, StillUsed } from './still-used.tsx'
import { useChangedMeanwhile } from './use-changed-meanwhile.ts'

interface DeleteButtonProps {
  /** The question, such as "Delete ring group 60?" */
  readonly title: string
  /** What will be different afterwards, in words. */
  readonly consequence: string
  /** As it was read; it is deleted only if nobody has changed it since. */
  readonly thing?: object
  /** Sends `ifMatch` along, where there is a `thing`. */
  readonly remove: (ifMatch: string | undefined) => Promise<unknown>
  /** Told afterwards, such as "Ring group deleted". */
  readonly deleted: string
  /** Where to go then; absent: one stays. */
  readonly then?: () => void
  /** In a list of several: what is deleted, for those who do not see it. */
  readonly label?: string
}

/** Deletes when it is meant; absent for who may only look. What still leads to the thing is shown with links, where it can be changed. */
export function DeleteButton({ title, consequence, thing, remove, deleted, then, label }: DeleteButtonProps) {
  const texts = useTexts(sharedTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const changed = useChangedMeanwhile()
  const [isBusy, setBusy] = useState(false)
  const [inUse, setInUse] = useState<InUse>()
  const mayChange = useMayChange()
  const ask = async (): Promise<void> => {
    // What somebody has in sight while deciding, not what has become of it meanwhile.
    const ifMatch = versionOf(thing)
    if (!(await confirm({ title, consequence, act: texts.delete }))) return
    setBusy(true)
    try {
      await remove(ifMatch)
      done(deleted)
      then?.()
    } catch (error) {
      if (error instanceof Problem && error.usedBy.length > 0) setInUse({ title: error.title, usedBy: error.usedBy })
      else if (error instanceof Problem && error.code === 'changed-meanwhile') await changed(error)
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
