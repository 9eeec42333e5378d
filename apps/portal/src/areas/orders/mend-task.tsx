import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useChange } from '../../api/queries.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { mendingTexts } from './mending-texts.ts'
import { type FieldName, inputFrom, type Task, valuesOf } from './task-fields.ts'

const REFRESHED = { refreshes: ['/orders', '/contracts', '/tenants'] }
const IN_LINES: ReadonlySet<FieldName> = new Set(['named', 'ranges', 'places', 'goes'])
const DAYS: ReadonlySet<FieldName> = new Set(['moveDay', 'wishDate'])
const MAX_REASON = 500

/** What keeps an order from being set up, and how the operator goes on: with something amended, or without it. */
export function MendTask({ orderId, task, mayMend }: { readonly orderId: string; readonly task: Task; readonly mayMend: boolean }) {
  const texts = useTexts(mendingTexts)
  const { language } = useLanguage()
  const [open, setOpen] = useState<'amend' | 'skip'>()
  const { skip, input, trouble } = task
  if (trouble === null) return null
  return (
    <Alert color="red" title={task.title[language]} role="status">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{trouble[language]}</Text>
        {!mayMend || skip === null ? null : (
          <>
            <Group>
              {input === null ? null : (
                <Button variant="default" aria-expanded={open === 'amend'} onClick={() => setOpen('amend')}>
                  {texts.amend}
                </Button>
              )}
              {skip.allowed ? (
                <Button variant="default" aria-expanded={open === 'skip'} onClick={() => setOpen('skip')}>
                  {texts.skip}
                </Button>
              ) : null}
            </Group>
            {skip.allowed ? null : <Text size="sm">{`${texts.noSkip} ${skip.text[language]}`}</Text>}
            {open === 'amend' && input !== null ? <Amend orderId={orderId} position={task.position} input={input} /> : null}
            {open === 'skip' && skip.allowed ? <Skip orderId={orderId} position={task.position} means={skip.text[language]} /> : null}
          </>
        )}
      </Stack>
    </Alert>
  )
}

interface Place {
  readonly orderId: string
  readonly position: number
}

function Amend({ orderId, position, input }: Place & { readonly input: NonNullable<Task['input']> }) {
  const texts = useTexts(mendingTexts)
  const shared = useTexts(sharedTexts)
  const { done, failed } = useNotices()
  const change = useChange('PATCH /orders/{orderId}/tasks/{position}', REFRESHED)
  const form = useForm<Record<string, string>>({ initialValues: { ...valuesOf(input), reason: '' } })
  const fields = Object.keys(valuesOf(input)) as FieldName[]
  const send = form.onSubmit(({ reason = '', ...values }) => {
    if (reason.trim() === '') return form.setFieldError('reason', shared.required)
    change
      .mutateAsync([{ path: { orderId, position }, body: { input: inputFrom(input, values), reason: reason.trim() } }])
      .then(() => done(texts.amended), failed)
  })
  return (
    <form onSubmit={send} noValidate aria-label={texts.amend}>
      <Stack maw={480}>
        {fields.map((field) => {
          const props = { label: texts[field], ...form.getInputProps(field) }
          if (IN_LINES.has(field)) return <Textarea key={field} autosize minRows={2} {...props} />
          return <TextInput key={field} {...(DAYS.has(field) ? { type: 'date' } : {})} {...props} />
        })}
        <TextInput label={texts.reason} required maxLength={MAX_REASON} {...form.getInputProps('reason')} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {texts.again}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Skip({ orderId, position, means }: Place & { readonly means: string }) {
  const texts = useTexts(mendingTexts)
  const shared = useTexts(sharedTexts)
  const { done, failed } = useNotices()
  const leave = useChange('POST /orders/{orderId}/tasks/{position}/skip', REFRESHED)
  const form = useForm({ initialValues: { reason: '' } })
  const send = form.onSubmit(({ reason }) => {
    if (reason.trim() === '') return form.setFieldError('reason', shared.required)
    leave.mutateAsync([{ path: { orderId, position }, body: { reason: reason.trim() } }]).then(() => done(texts.skipped), failed)
  })
  return (
    <form onSubmit={send} noValidate aria-label={texts.skip}>
      <Stack maw={480}>
        <Text size="sm">{means}</Text>
        <TextInput label={texts.reason} description={texts.reasonRead} required maxLength={MAX_REASON} {...form.getInputProps('reason')} />
        <Group>
          <Button type="submit" color="red" loading={leave.isPending}>
            {texts.skipNow}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
