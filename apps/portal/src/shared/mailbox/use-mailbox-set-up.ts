import { useChange } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { MAILBOX, withMailbox } from './mailbox.ts'

const REFRESHES = { refreshes: [MAILBOX, '/extensions', '/call-targets'] }

/** Makes the mailbox of an extension, and leads there whoever is not answered; what is forwarded elsewhere stays as it is. */
export function useMailboxSetUp(extensionId: string) {
  const api = useApi()
  const make = useChange('PATCH /extensions/{extensionId}/mailbox', REFRESHES)
  const lead = useChange('PATCH /extensions/{extensionId}/call-settings', REFRESHES)
  const path = { extensionId }
  const setUp = async (): Promise<void> => {
    const { id } = await make.mutateAsync([{ path, body: { enabled: true } }])
    const { forwardings } = await api('GET /extensions/{extensionId}/call-settings', { path })
    await lead.mutateAsync([{ path, body: { forwardings: withMailbox(forwardings, id) } }])
  }
  return { setUp, isBusy: make.isPending || lead.isPending }
}
