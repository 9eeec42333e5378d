import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { SecretOnce } from '../../shared/secret-once.tsx'
import { webhookTexts } from './texts.ts'
import type { Webhook } from './webhook.ts'
import { State } from './webhooks-page.tsx'

const REFRESHED = { refreshes: ['/webhooks'] }

/** How it stands with the webhook, and what can be done about it. */
export function Operation({ webhook }: { readonly webhook: Webhook }) {
  const texts = useTexts(webhookTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const [secret, setSecret] = useState<string>()
  const { active, failingSince } = webhook
  return (
    <Stack gap="sm" align="flex-start">
      <State webhook={webhook} />
      {active ? null : <Alert color="yellow">{texts.disabledSaid}</Alert>}
      {active && failingSince !== null ? <Alert color="yellow">{texts.failingSince(format.dateTime(failingSince))}</Alert> : null}
      {mayChange ? (
        <Group>
          <Test webhookId={webhook.id} />
          <Rotation webhookId={webhook.id} rotated={setSecret} />
          <Switching webhook={webhook} />
        </Group>
      ) : null}
      {secret === undefined ? null : <SecretOnce title={texts.secret} about={texts.secretOnce} label={texts.secret} value={secret} />}
    </Stack>
  )
}

function Test({ webhookId }: { readonly webhookId: string }) {
  const texts = useTexts(webhookTexts)
  const { failed } = useNotices()
  const [outcome, setOutcome] = useState<Answer<'POST /webhooks/{webhookId}/test'>>()
  const test = useChange('POST /webhooks/{webhookId}/test', REFRESHED)
  const send = (): Promise<void> => test.mutateAsync([{ path: { webhookId } }]).then(setOutcome, failed)
  return (
    <>
      <Button variant="default" loading={test.isPending} onClick={() => void send()}>
        {texts.test}
      </Button>
      {outcome === undefined ? null : (
        <Alert color={outcome.delivered ? 'teal' : 'yellow'} role="status">
          {outcome.delivered ? texts.testArrived(outcome.status ?? 0) : texts.testFailed(outcome.error ?? String(outcome.status ?? ''))}
        </Alert>
      )}
    </>
  )
}

function Rotation({ webhookId, rotated }: { readonly webhookId: string; readonly rotated: (secret: string) => void }) {
  const texts = useTexts(webhookTexts)
  const confirm = useConfirm()
  const { failed } = useNotices()
  const rotate = useChange('POST /webhooks/{webhookId}/rotate-secret', REFRESHED)
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.rotateTitle, consequence: texts.rotateConsequence, act: texts.rotate }))) return
    await rotate.mutateAsync([{ path: { webhookId } }]).then(({ secret }) => rotated(secret), failed)
  }
  return (
    <Button variant="default" loading={rotate.isPending} onClick={() => void ask()}>
      {texts.rotate}
    </Button>
  )
}

function Switching({ webhook: { id, active } }: { readonly webhook: Webhook }) {
  const texts = useTexts(webhookTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const change = useChange('PATCH /webhooks/{webhookId}', REFRESHED)
  const set = (on: boolean) => change.mutateAsync([{ path: { webhookId: id }, body: { active: on } }])
  const disable = async (): Promise<void> => {
    if (!(await confirm({ title: texts.disableTitle, consequence: texts.disableConsequence, act: texts.disable }))) return
    await set(false).then(() => done(texts.wasDisabled, () => set(true)), failed)
  }
  const enable = (): Promise<void> => set(true).then(() => done(texts.wasEnabled), failed)
  return (
    <Button variant="default" loading={change.isPending} onClick={() => void (active ? disable() : enable())}>
      {active ? texts.disable : texts.enable}
    </Button>
  )
}
