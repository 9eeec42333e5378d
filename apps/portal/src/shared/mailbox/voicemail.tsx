import { Button, Skeleton, Stack, Tabs } from '@mantine/core'
import { Voicemail as VoicemailIcon } from 'lucide-react'
import { Problem } from '../../api/problem.ts'
import { useAnswer } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { EmptyState } from '../empty-state.tsx'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { Trouble } from '../trouble.tsx'
import { Greetings } from './greetings.tsx'
import { MailboxSettings } from './mailbox-settings.tsx'
import { mailboxTexts } from './mailbox-texts.ts'
import { Messages } from './messages.tsx'
import { PinForm } from './pin-form.tsx'
import { useMailboxSetUp } from './use-mailbox-set-up.ts'

interface VoicemailProps {
  readonly extensionId: string
}

/** An extension's mailbox: messages, greetings, settings. */
export function Voicemail({ extensionId }: VoicemailProps) {
  const texts = useTexts(mailboxTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/mailbox', [{ path: { extensionId } }])
  if (error instanceof Problem && error.status === 404) return <NoMailbox extensionId={extensionId} />
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const mailbox = { extensionId, mailbox: data }
  return (
    <Tabs defaultValue="messages" keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="messages">{texts.messages}</Tabs.Tab>
        <Tabs.Tab value="greetings">{texts.greetings}</Tabs.Tab>
        <Tabs.Tab value="settings">{texts.settings}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="messages">
        <Messages {...mailbox} />
      </Tabs.Panel>
      <Tabs.Panel value="greetings">
        <Greetings {...mailbox} />
      </Tabs.Panel>
      <Tabs.Panel value="settings">
        <Stack gap="xl" maw={640}>
          <MailboxSettings {...mailbox} />
          <PinForm {...mailbox} />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  )
}

/** How one gets it. */
function NoMailbox({ extensionId }: VoicemailProps) {
  const mayChange = useMayChange()
  const texts = useTexts(mailboxTexts)
  const { done, failed } = useNotices()
  const { setUp, isBusy } = useMailboxSetUp(extensionId)
  const begin = (): void => void setUp().then(() => done(texts.isSetUp), failed)
  const action = mayChange ? (
    <Button onClick={begin} loading={isBusy}>
      {texts.setUp}
    </Button>
  ) : undefined
  return <EmptyState icon={VoicemailIcon} title={texts.noBox} text={texts.noBoxText} action={action} />
}
