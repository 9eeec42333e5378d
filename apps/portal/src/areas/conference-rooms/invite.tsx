import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../api/queries.ts'
import type { Destination } from '../../shared/destinations/destination.ts'
import { DestinationField } from '../../shared/destinations/destination-field.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { conferenceTexts } from './texts.ts'

/** Calls somebody into the conference that is going on. */
export function Invite({ roomId }: { readonly roomId: string }) {
  const texts = useTexts(conferenceTexts)
  const [whom, setWhom] = useState<Destination | null>(null)
  const { done, failed } = useNotices()
  const invite = useChange('POST /conference-rooms/{roomId}/conference/members', { refreshes: ['/conference-rooms'] })
  const call = async (): Promise<void> => {
    const who = whomOf(whom)
    if (who === undefined) return
    await invite.mutateAsync([{ path: { roomId }, body: { who } }]).then(() => done(texts.invited), failed)
  }
  return (
    <Group align="flex-end">
      <DestinationField label={texts.inviteWhom} kinds={['extension', 'external']} value={whom} onChange={setWhom} />
      <Button disabled={whomOf(whom) === undefined} loading={invite.isPending} onClick={() => void call()}>
        {texts.invite}
      </Button>
    </Group>
  )
}

function whomOf(whom: Destination | null) {
  if (whom?.kind === 'external') return whom
  return whom?.kind === 'extension' ? { kind: 'extension' as const, targetId: whom.targetId } : undefined
}
