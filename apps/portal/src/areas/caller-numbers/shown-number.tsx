import { Checkbox, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useSession } from '../../session/session-context.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { callerNumberTexts } from './texts.ts'

type Identity = Answer<'GET /caller-identity'>

/** What the customer shows, and the sender that the operator pins. */
export function ShownNumber() {
  const query = useCustomer()
  const { data } = useAnswer('GET /caller-identity', [{ query }])
  const session = useSession()
  const choices = useChoices()
  if (data === undefined) return <Skeleton height={160} />
  return (
    <>
      <Shown identity={data} choices={choices} />
      {session.kind === 'operator' ? <PinnedForm identity={data} choices={choices} /> : <Pinned identity={data} />}
    </>
  )
}

/** Own numbers, and those with an approved right. */
function useChoices(): readonly string[] {
  const query = { ...useCustomer(), limit: 200 }
  const numbers = useAnswer('GET /numbers', [{ query }])
  const rights = useAnswer('GET /number-rights', [{ query: { ...query, state: 'approved' } }])
  return [...(rights.data?.items ?? []).map(({ number }) => number), ...(numbers.data?.items ?? []).map(({ e164 }) => e164)]
}

interface ShownProps {
  readonly identity: Identity
  readonly choices: readonly string[]
}

function withSet(choices: readonly string[], set: string | null): string[] {
  return [...new Set([...(set === null ? [] : [set]), ...choices])]
}

function Shown({ identity, choices }: ShownProps) {
  const texts = useTexts(callerNumberTexts)
  const query = useCustomer()
  const change = useChange('PATCH /caller-identity', { refreshes: ['/caller-identity'] })
  const valuesOf = ({ shown, hidesConnected }: Identity) => ({ shown, hidesConnected })
  const form = useForm({ initialValues: valuesOf(identity) })
  const submit = useEdit({
    ...{ form, thing: identity, valuesOf },
    save: (values, ifMatch) => change.mutateAsync([{ query, body: values, ifMatch }]),
  })
  return (
    <Section title={texts.shown} about={texts.shownAbout}>
      <FormFrame act="save" submit={submit}>
        <Select
          label={texts.shown}
          placeholder={texts.firstNumber}
          data={withSet(choices, identity.shown)}
          maw={560}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': texts.firstNumber }}
          {...form.getInputProps('shown')}
        />
        <Checkbox
          mt="sm"
          label={texts.hidesConnected}
          description={texts.hidesConnectedAbout}
          {...form.getInputProps('hidesConnected', { type: 'checkbox' })}
        />
      </FormFrame>
    </Section>
  )
}

function Pinned({ identity: { pinned } }: Pick<ShownProps, 'identity'>) {
  const texts = useTexts(callerNumberTexts)
  if (pinned === null) return null
  return (
    <Section title={texts.pinned} about={texts.pinnedAbout}>
      <Text size="sm">{texts.pinnedIs(pinned)}</Text>
    </Section>
  )
}

function PinnedForm({ identity: { pinned }, choices }: ShownProps) {
  const texts = useTexts(callerNumberTexts)
  const query = useCustomer()
  const { done } = useNotices()
  const change = useChange('PATCH /caller-identity/pinned', { refreshes: ['/caller-identity'] })
  const form = useForm<{ pinned: string | null }>({ initialValues: { pinned } })
  const submit = useSubmit(form, async (values) => {
    await change.mutateAsync([{ query, body: values }])
    done(texts.pinned)
  })
  return (
    <Section title={texts.pinned} about={texts.pinnedAbout}>
      <FormFrame act="save" submit={submit}>
        <Stack>
          <Select
            label={texts.pinned}
            placeholder={texts.none}
            data={withSet(choices, pinned)}
            maw={560}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': texts.none }}
            {...form.getInputProps('pinned')}
          />
        </Stack>
      </FormFrame>
    </Section>
  )
}
