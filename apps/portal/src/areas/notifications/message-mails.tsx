import { Button, Group, Skeleton, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from 'wouter'
import { Problem } from '../../api/problem.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { MAILBOX, type Mailbox } from '../../shared/mailbox/mailbox.ts'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { notificationTexts } from './texts.ts'

interface OfExtension {
  readonly extensionId: string
}

/** Where messages of the mailbox are mailed. */
export function MessageMails({ extensionId }: OfExtension) {
  const texts = useTexts(notificationTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/mailbox', [{ path: { extensionId } }])
  const isMissing = error instanceof Problem && error.status === 404
  if (error !== null && !isMissing) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Section title={texts.messages} about={texts.messagesAbout}>
      {isMissing ? <NoMailbox /> : null}
      {data === undefined && !isMissing ? <Skeleton height={120} /> : null}
      {data === undefined || isMissing ? null : <Fields extensionId={extensionId} mailbox={data} />}
    </Section>
  )
}

function NoMailbox() {
  const texts = useTexts(notificationTexts)
  return (
    <>
      <Text size="sm">{texts.noMailbox}</Text>
      <Group>
        <Button component={Link} href="~/voicemail" variant="default">
          {texts.toMailbox}
        </Button>
      </Group>
    </>
  )
}

function valuesOf({ mailTo, deleteAfterMail }: Mailbox) {
  return { mailTo: mailTo ?? '', deleteAfterMail }
}

function Fields({ extensionId, mailbox }: OfExtension & { readonly mailbox: Mailbox }) {
  const texts = useTexts(notificationTexts)
  const change = useChange('PATCH /extensions/{extensionId}/mailbox', { refreshes: [MAILBOX] })
  const form = useForm({ initialValues: valuesOf(mailbox) })
  const submit = useEdit({
    ...{ form, thing: mailbox, valuesOf },
    save: ({ mailTo, deleteAfterMail }, ifMatch) => {
      // A message that has come meanwhile makes another version, and is no change of the settings.
      const isSame = JSON.stringify(valuesOf(mailbox)) === JSON.stringify(form.getInitialValues())
      const body = { deleteAfterMail, mailTo: mailTo.trim() === '' ? null : mailTo.trim() }
      return change.mutateAsync([{ path: { extensionId }, body, ifMatch: isSame ? versionOf(mailbox) : ifMatch }])
    },
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack>
        <TextInput type="email" label={texts.messageMailTo} description={texts.empty} maw={420} {...form.getInputProps('mailTo')} />
        <Switch label={texts.deleteAfterMail} {...form.getInputProps('deleteAfterMail', { type: 'checkbox' })} />
      </Stack>
    </FormFrame>
  )
}
