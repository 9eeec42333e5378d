import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { useSubmit } from '../use-submit.ts'
import { MAILBOX } from './mailbox.ts'
import { mailboxTexts } from './mailbox-texts.ts'
import type { OfMailbox } from './messages.tsx'

const PIN = /^\d{4,8}$/

/** The PIN for the mailbox from other phones; written, never read. */
export function PinForm({ extensionId, mailbox }: OfMailbox) {
  const mayChange = useMayChange()
  const texts = useTexts(mailboxTexts)
  const { done } = useNotices()
  const change = useChange('PATCH /extensions/{extensionId}/mailbox', { refreshes: [MAILBOX] })
  const form = useForm({
    initialValues: { pin: '' },
    validate: { pin: (pin) => (PIN.test(pin) ? null : texts.pinHint) },
  })
  const submit = useSubmit(form, async ({ pin }) => {
    await change.mutateAsync([{ path: { extensionId }, body: { pin } }])
    form.reset()
    done(texts.pinChanged)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack align="flex-start">
        <Title order={2} size="h4">
          {texts.pinTitle}
        </Title>
        <Text size="sm">{mailbox.hasPin ? texts.hasPin : texts.noPin}</Text>
        {mayChange ? (
          <>
            <PasswordInput
              {...{ label: texts.pin, description: texts.pinHint, inputMode: 'numeric', autoComplete: 'new-password', w: '100%' }}
              {...form.getInputProps('pin')}
            />
            <Button type="submit" variant="default" loading={submit.isBusy}>
              {texts.changePin}
            </Button>
          </>
        ) : null}
      </Stack>
    </form>
  )
}
