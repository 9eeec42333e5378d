import { Anchor, Badge, Button, FileButton, Group, Text } from '@mantine/core'
import { Upload } from 'lucide-react'
import { urlOf } from '../../api/client.ts'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import type { Mandate } from './direct-debit-page.tsx'
import { directDebitTexts } from './texts.ts'

const REFRESHES = { refreshes: ['/sepa-mandates', '/sepa-mandate-form', '/direct-debits'] }

/** A mandate that holds, or waits to be confirmed. */
export function MandateSection({ mandate }: { readonly mandate: Mandate }) {
  const texts = useTexts(directDebitTexts)
  const format = useFormat()
  const { id, accountHolder, payerAddress, iban, reference, signedOn, lastUsedOn, state, document } = mandate
  const last = lastUsedOn === null ? texts.neverUsed : texts.lastUsed(format.date(lastUsedOn))
  return (
    <Section title={texts.mandate}>
      <Group>
        <Badge variant="default">{state === 'given' ? texts.stateGiven : texts.stateActive}</Badge>
      </Group>
      <Text>{texts.ofAccount(accountHolder, iban)}</Text>
      {payerAddress === null ? null : <Text size="sm">{payerAddress}</Text>}
      <Text size="sm">{texts.facts(reference, format.date(signedOn), last)}</Text>
      <Text size="sm">{texts.refund}</Text>
      {document === null ? null : (
        <Anchor href={urlOf('/sepa-mandates/{mandateId}/document', { path: { mandateId: id } })} size="sm" download>
          {texts.copy}
        </Anchor>
      )}
      <Acts mandate={mandate} />
    </Section>
  )
}

function Acts({ mandate: { id, state, document } }: { readonly mandate: Mandate }) {
  const texts = useTexts(directDebitTexts)
  const mayChange = useMayChange()
  const isOperator = useSession().kind === 'operator'
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const path = { mandateId: id }
  const revoke = useChange('POST /sepa-mandates/{mandateId}/revoke', REFRESHES)
  const confirmation = useChange('POST /sepa-mandates/{mandateId}/confirm', REFRESHES)
  const add = useChange('POST /sepa-mandates/{mandateId}/document', REFRESHES)
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.revokeTitle, consequence: texts.revokeConsequence, act: texts.revoke }))) return
    await revoke.mutateAsync([{ path }]).then(() => done(texts.revoked), failed)
  }
  if (!mayChange) return null
  return (
    <Group>
      {state === 'given' ? (
        <FileButton
          onChange={(file) => file && void add.mutateAsync([{ path, body: file }]).then(() => done(texts.uploaded), failed)}
          accept="application/pdf,image/jpeg,image/png"
          inputProps={{ 'aria-label': texts.upload }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={add.isPending} leftSection={<Upload size={16} aria-hidden />}>
              {texts.upload}
            </Button>
          )}
        </FileButton>
      ) : null}
      {state === 'given' && isOperator && document !== null ? (
        <Button
          loading={confirmation.isPending}
          onClick={() => void confirmation.mutateAsync([{ path }]).then(() => done(texts.confirmed), failed)}
        >
          {texts.confirm}
        </Button>
      ) : null}
      <Button color="red" variant="light" loading={revoke.isPending} onClick={() => void ask()}>
        {texts.revoke}
      </Button>
    </Group>
  )
}
