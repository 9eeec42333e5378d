import { Badge, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { RecordConsent } from './record-consent.tsx'
import { consentTexts } from './texts.ts'

type Consent = Answer<'GET /management-consents'>['items'][number]
export type Scope = Consent['scope']

const SCOPES: readonly Scope[] = ['reports', 'chat-logs']

/** PORT-04: what the management has consented to, since when, and the way to revoke it. */
export default function ConsentsPage() {
  const texts = useTexts(consentTexts)
  const { data, error, refetch } = useAnswer('GET /management-consents', [{ query: useCustomer() }])
  return (
    <Page title={texts.title} about={texts.about}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data === undefined
        ? null
        : SCOPES.map((scope) => <ScopeSection key={scope} scope={scope} consents={data.items.filter((each) => each.scope === scope)} />)}
    </Page>
  )
}

function ScopeSection({ scope, consents }: { readonly scope: Scope; readonly consents: readonly Consent[] }) {
  const texts = useTexts(consentTexts)
  const isProvider = hasCustomers(useSession())
  const mayChange = useMayChange()
  const [isRecording, setRecording] = useState(false)
  const valid = consents.find(({ revokedAt }) => revokedAt === null)
  return (
    <Section title={texts[scope]}>
      <Group>
        <Badge variant="default">{valid === undefined ? texts.missing : texts.valid}</Badge>
      </Group>
      {valid === undefined ? <Text size="sm">{texts.notGiven}</Text> : <Given consent={valid} />}
      {isRecording ? <RecordConsent scope={scope} close={() => setRecording(false)} /> : null}
      {mayChange && isProvider && !isRecording ? (
        <Group>
          <Button variant="default" onClick={() => setRecording(true)} aria-label={`${texts.record}: ${texts[scope]}`}>
            {texts.record}
          </Button>
        </Group>
      ) : null}
      <History consents={consents.filter((each) => each !== valid)} />
    </Section>
  )
}

function Given({ consent }: { readonly consent: Consent }) {
  const texts = useTexts(consentTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const revoke = useChange('DELETE /management-consents/{consentId}', { refreshes: ['/management-consents', '/call-records', '/reports'] })
  const { id, scope, grantedBy, grantedOn, recordedAt, document } = consent
  const ask = async (): Promise<void> => {
    const question = { title: texts.revokeTitle(texts[scope]), consequence: texts.revokeConsequence, act: texts.revoke }
    if (!(await confirm(question))) return
    await revoke.mutateAsync([{ path: { consentId: id } }]).then(() => done(texts.revoked), failed)
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{texts.said(grantedBy, format.date(grantedOn), format.dateTime(recordedAt))}</Text>
      {document === null ? null : <Text size="sm">{texts.filed(document)}</Text>}
      {mayChange ? (
        <Button
          color="red"
          variant="light"
          loading={revoke.isPending}
          onClick={() => void ask()}
          aria-label={`${texts.revoke}: ${texts[scope]}`}
        >
          {texts.revoke}
        </Button>
      ) : null}
    </Stack>
  )
}

function History({ consents }: { readonly consents: readonly Consent[] }) {
  const texts = useTexts(consentTexts)
  const format = useFormat()
  if (consents.length === 0) return null
  return (
    <>
      <Text size="sm" fw={600}>
        {texts.history}
      </Text>
      <List size="sm">
        {consents.map(({ id, grantedBy, grantedOn, recordedAt, revokedAt }) => (
          <List.Item key={id}>
            {`${texts.said(grantedBy, format.date(grantedOn), format.dateTime(recordedAt))} ${texts.revokedOn(format.dateTime(revokedAt ?? recordedAt))}`}
          </List.Item>
        ))}
      </List>
    </>
  )
}
