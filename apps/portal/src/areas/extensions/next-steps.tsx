import { Button, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { mayChange } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useMailboxSetUp } from '../../shared/mailbox/use-mailbox-set-up.ts'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { newExtensionTexts } from './new-extension-texts.ts'

interface NextStepsProps {
  readonly extension: { readonly id: string; readonly name: string }
}

/** What makes a new extension one that somebody works with: each step as far as whoever is signed in may take it. */
export function NextSteps({ extension }: NextStepsProps) {
  const session = useSession()
  return (
    <>
      {mayChange(session, 'numbers') ? <NumberStep extensionId={extension.id} /> : null}
      <MailboxStep extensionId={extension.id} />
      {mayChange(session, 'logins') ? <LoginStep extension={extension} /> : null}
    </>
  )
}

function NumberStep({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(newExtensionTexts)
  const { failed } = useNotices()
  const [chosen, choose] = useState<string | null>(null)
  const [led, setLed] = useState<string>()
  const { data } = useAnswer('GET /numbers', [{ query: { ...useCustomer(), limit: 200 } }])
  const change = useChange('PATCH /numbers/{e164}', { refreshes: ['/numbers'] })
  const free = data?.items.filter(({ destination }) => destination === null).map(({ e164 }) => e164)
  const lead = (e164: string): void => {
    const body = { destination: { kind: 'extension' as const, targetId: extensionId } }
    void change.mutateAsync([{ path: { e164 }, body }]).then(() => setLed(e164), failed)
  }
  return (
    <Section title={texts.number} about={texts.numberAbout}>
      {led === undefined ? null : <Text role="status">{texts.leads(led)}</Text>}
      {led === undefined && free?.length === 0 ? <NoFreeNumber /> : null}
      {led === undefined && free !== undefined && free.length > 0 ? (
        <Group align="flex-end">
          <Select label={texts.freeNumber} data={free} value={chosen} onChange={choose} searchable />
          <Button
            variant="default"
            disabled={chosen === null}
            loading={change.isPending}
            onClick={() => (chosen === null ? undefined : lead(chosen))}
          >
            {texts.lead}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function NoFreeNumber() {
  const texts = useTexts(newExtensionTexts)
  return (
    <>
      <Text size="sm">{texts.noFree}</Text>
      <Group>
        <Button component={Link} href="~/numbers" variant="default">
          {texts.toNumbers}
        </Button>
      </Group>
    </>
  )
}

function MailboxStep({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(newExtensionTexts)
  const { failed } = useNotices()
  const [isReady, setReady] = useState(false)
  const { setUp, isBusy } = useMailboxSetUp(extensionId)
  return (
    <Section title={texts.mailbox} about={texts.mailboxAbout}>
      {isReady ? (
        <Text role="status">{texts.mailboxReady}</Text>
      ) : (
        <Group>
          <Button variant="default" loading={isBusy} onClick={() => void setUp().then(() => setReady(true), failed)}>
            {texts.mailboxSetUp}
          </Button>
        </Group>
      )}
    </Section>
  )
}

function LoginStep({ extension: { id, name } }: NextStepsProps) {
  const texts = useTexts(newExtensionTexts)
  const query = new URLSearchParams({ extension: id, name })
  return (
    <Section title={texts.login} about={texts.loginAbout}>
      <Group>
        <Button component={Link} href={`~/logins/new?${query}`} variant="default">
          {texts.toLogin}
        </Button>
      </Group>
    </Section>
  )
}
