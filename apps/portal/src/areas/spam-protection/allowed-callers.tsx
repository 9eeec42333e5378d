import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { UserCheck } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { e164Of } from '../../shared/destinations/phone-number.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { spamTexts } from './texts.ts'

type Allowed = Entry<'GET /spam-protection/allowed'>

/** Callers for whom no score counts. */
export function AllowedCallers() {
  const texts = useTexts(spamTexts)
  const api = useApi()
  const mayChange = useMayChange()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const columns: readonly Column<Allowed>[] = [
    { key: 'prefix', title: texts.number, cell: ({ prefix }) => readableNumbers(prefix) },
    { key: 'note', title: texts.note, cell: ({ note }) => note ?? '', wideOnly: true },
    ...(mayChange ? [{ key: 'act', title: texts.act, cell: (each: Allowed) => <Remove allowed={each} />, width: '8rem' }] : []),
  ]
  return (
    <Section title={texts.allowed} about={texts.allowedAbout}>
      <DataList
        name={texts.allowed}
        source={{
          key: ['GET /spam-protection/allowed', query],
          page: (cursor) => api('GET /spam-protection/allowed', { query: { ...query, ...cursor } }),
        }}
        columns={columns}
        rowKey={({ id }) => id}
        searched={({ prefix, note }) => `${prefix} ${note ?? ''}`}
        empty={{ icon: UserCheck, title: texts.noAllowed, text: texts.noAllowedText }}
      />
      {mayChange ? <NewAllowed /> : null}
    </Section>
  )
}

function NewAllowed() {
  const texts = useTexts(spamTexts)
  const customer = useCustomer()
  const { done } = useNotices()
  const create = useChange('POST /spam-protection/allowed', { refreshes: ['/spam-protection'] })
  const form = useForm({
    initialValues: { number: '', note: '' },
    validate: { number: (number) => (prefixOf(number) === undefined ? texts.numberWrong : null) },
  })
  const submit = useSubmit(
    form,
    async ({ number, note }) => {
      await create.mutateAsync([{ body: { ...customer, prefix: prefixOf(number) ?? '', note: note.trim() || null } }])
      done(texts.allowedAdded)
      form.reset()
    },
    { 'spam-prefix-taken': 'number' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput label={texts.number} type="tel" required {...form.getInputProps('number')} />
        <TextInput label={texts.note} maxLength={200} {...form.getInputProps('note')} />
        <Button type="submit" variant="default" loading={submit.isBusy}>
          {texts.addAllowed}
        </Button>
      </Group>
    </form>
  )
}

/** A number as people write it, or the beginning of one behind its plus. */
export function prefixOf(written: string): string | undefined {
  const digits = written.replaceAll(/[\s()/-]/g, '')
  return /^\+[1-9]\d{0,14}$/.test(digits) ? digits : e164Of(written)
}

function Remove({ allowed: { id, prefix } }: { readonly allowed: Allowed }) {
  const texts = useTexts(spamTexts)
  const name = readableNumbers(prefix)
  const remove = useChange('DELETE /spam-protection/allowed/{allowedId}', { refreshes: ['/spam-protection'] })
  return (
    <DeleteButton
      title={texts.removeAllowed(name)}
      consequence={texts.removeAllowedConsequence}
      remove={() => remove.mutateAsync([{ path: { allowedId: id } }])}
      deleted={texts.allowedRemoved}
      label={texts.remove(name)}
    />
  )
}
