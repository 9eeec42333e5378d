import { Select, Skeleton, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useSession } from '../../session/session-context.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { notificationTexts } from './texts.ts'

type Settings = Answer<'GET /extensions/{extensionId}/notifications'>

interface Values extends Pick<Settings, 'missedCallMail' | 'language'> {
  readonly mailTo: string
}

/** Whether, where and in which language missed calls are mailed. */
export function MissedCallMails({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(notificationTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/notifications', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Section title={texts.missed} about={texts.missedAbout}>
      <Fields extensionId={extensionId} settings={data} />
    </Section>
  )
}

function Fields({ extensionId, settings }: { readonly extensionId: string; readonly settings: Settings }) {
  const texts = useTexts(notificationTexts)
  const { login } = useSession()
  const change = useChange('PATCH /extensions/{extensionId}/notifications', { refreshes: ['/extensions'] })
  // Who has given no address yet is offered the one of the own login, in its language.
  const valuesOf = ({ missedCallMail, mailTo, language }: Settings): Values =>
    mailTo === null && !missedCallMail
      ? { missedCallMail, mailTo: login?.email ?? '', language: login?.language ?? language }
      : { missedCallMail, mailTo: mailTo ?? '', language }
  const form = useForm<Values>({ initialValues: valuesOf(settings) })
  const submit = useEdit({
    ...{ form, thing: settings, valuesOf, byCode: { 'no-mail-address': 'mailTo' } },
    save: ({ mailTo, ...values }, ifMatch) => {
      const body = { ...values, mailTo: mailTo.trim() === '' ? null : mailTo.trim() }
      return change.mutateAsync([{ path: { extensionId }, body, ifMatch }])
    },
  })
  const languages = [
    { value: 'de', label: texts.german },
    { value: 'en', label: texts.english },
  ]
  return (
    <FormFrame act="save" submit={submit}>
      <Stack>
        <Switch label={texts.missedCallMail} {...form.getInputProps('missedCallMail', { type: 'checkbox' })} />
        <TextInput type="email" label={texts.mailTo} maw={420} {...form.getInputProps('mailTo')} />
        <Select label={texts.language} data={languages} allowDeselect={false} maw={420} {...form.getInputProps('language')} />
      </Stack>
    </FormFrame>
  )
}
