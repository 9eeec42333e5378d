import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { REFRESHED } from './order.ts'
import { traceTexts } from './texts.ts'

/** The first of two persons says to whom the report is to go, and why. */
export function AskRelease({ orderId, isAgain }: { readonly orderId: string; readonly isAgain: boolean }) {
  const texts = useTexts(traceTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const ask = useChange('POST /trace-orders/{orderId}/release-request', REFRESHED)
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ reason }) => {
    await ask.mutateAsync([{ path: { orderId }, body: { reason: reason.trim() } }])
    done(texts.isAsked)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Textarea
          label={texts.releaseReason}
          description={isAgain ? texts.releaseReasonAgain : texts.releaseReasonHint}
          required
          maxLength={500}
          autosize
          {...form.getInputProps('reason')}
        />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {texts.ask}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The second one releases; the server sees to it that it is another. */
export function GiveRelease({ orderId }: { readonly orderId: string }) {
  const texts = useTexts(traceTexts)
  const { done, failed } = useNotices()
  const give = useChange('POST /trace-orders/{orderId}/release', REFRESHED)
  const press = (): void => {
    give.mutateAsync([{ path: { orderId } }]).then(() => done(texts.isReleased), failed)
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{texts.fourEyes}</Text>
      <Group>
        <Button loading={give.isPending} onClick={press}>
          {texts.give}
        </Button>
      </Group>
    </Stack>
  )
}
