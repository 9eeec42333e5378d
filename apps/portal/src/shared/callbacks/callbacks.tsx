import { Button, Group, Paper, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { PhoneCall } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { EmptyState } from '../empty-state.tsx'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { Trouble } from '../trouble.tsx'
import { useSubmit } from '../use-submit.ts'
import { callbackTexts } from './callback-texts.ts'

type Callback = Entry<'GET /callbacks'>

const NUMBER = /^\+?\d{2,20}$/

/** Who is called back as soon as he can be reached. */
export function Callbacks({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(callbackTexts)
  const mayChange = useMayChange()
  const { data, error, refetch } = useAnswer('GET /callbacks', [{ query: { extensionId } }], { everyMs: 10_000 })
  return (
    <Stack component="section" aria-label={texts.title} gap="sm">
      <Title order={2} size="h4">
        {texts.title}
      </Title>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={60} /> : null}
      {data?.items.length === 0 ? <EmptyState icon={PhoneCall} title={texts.none} text={texts.noneText} /> : null}
      {data?.items.map((callback) => (
        <CallbackCard key={callback.id} callback={callback} />
      ))}
      {mayChange ? <Ask extensionId={extensionId} /> : null}
    </Stack>
  )
}

/** Whom, and what is waited for. */
export function CallbackCard({ callback: { id, number, kind, state, expiresAt } }: { readonly callback: Callback }) {
  const texts = useTexts(callbackTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const cancel = useChange('DELETE /callbacks/{callbackId}', { refreshes: ['/callbacks'] })
  const remove = (): void => void cancel.mutateAsync([{ path: { callbackId: id } }]).then(() => done(texts.cancelled), failed)
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Text fw={600}>{readableNumbers(number)}</Text>
          <Text size="sm">{state === 'calling' ? texts.calling : `${texts.waitsFor} ${texts[kind]}`}</Text>
          <Text size="sm" c="dimmed">{`${texts.until} ${format.when(expiresAt)}`}</Text>
        </div>
        {mayChange ? (
          <Button variant="default" size="xs" loading={cancel.isPending} onClick={remove} aria-label={`${texts.cancel}: ${number}`}>
            {texts.cancel}
          </Button>
        ) : null}
      </Group>
    </Paper>
  )
}

function Ask({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(callbackTexts)
  const { done } = useNotices()
  const customer = useCustomer()
  const ask = useChange('POST /callbacks', { refreshes: ['/callbacks'] })
  const form = useForm({
    initialValues: { number: '' },
    validate: { number: (number) => (NUMBER.test(digitsOf(number)) ? null : texts.wrong) },
  })
  const submit = useSubmit(form, async ({ number }) => {
    await ask.mutateAsync([{ body: { ...customer, extensionId, number: digitsOf(number) } }])
    form.reset()
    done(texts.asked)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Group align="flex-end">
        <TextInput type="tel" label={texts.number} description={texts.numberHint} {...form.getInputProps('number')} />
        <Button type="submit" variant="default" loading={submit.isBusy}>
          {texts.ask}
        </Button>
      </Group>
    </form>
  )
}

/** People write spaces, dashes and brackets. */
function digitsOf(number: string): string {
  return number.replaceAll(/[\s()/-]/g, '')
}
