import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useChange } from '../../api/queries.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { endOf, type Right } from './right.ts'
import { callerNumberTexts } from './texts.ts'

const REFRESHES = { refreshes: ['/number-rights', '/caller-identity'] } as const

/** The operator validates: approves until a day, or refuses with a reason. */
export function Decision({ right }: { readonly right: Right }) {
  const texts = useTexts(callerNumberTexts)
  return (
    <Section title={texts.decision} about={texts.decisionAbout}>
      {right.state === 'approved' ? null : <Approval rightId={right.id} />}
      {right.state === 'refused' ? null : <Refusal rightId={right.id} isGiven={right.state === 'approved'} />}
    </Section>
  )
}

function Approval({ rightId }: { readonly rightId: string }) {
  const texts = useTexts(callerNumberTexts)
  const { done } = useNotices()
  const approve = useChange('POST /number-rights/{rightId}/approval', REFRESHES)
  const form = useForm({ initialValues: { lastDay: '' } })
  const submit = useSubmit(
    form,
    async ({ lastDay }) => {
      await approve.mutateAsync([{ path: { rightId }, body: { validUntil: lastDay === '' ? null : endOf(lastDay) } }])
      done(texts.isApproved)
    },
    { 'right-in-the-past': 'lastDay' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack maw={560}>
        <TextInput label={texts.lastDay} description={texts.lastDayHint} type="date" {...form.getInputProps('lastDay')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.approve}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Refusal({ rightId, isGiven }: { readonly rightId: string; readonly isGiven: boolean }) {
  const texts = useTexts(callerNumberTexts)
  const shared = useTexts(sharedTexts)
  const { done } = useNotices()
  const refuse = useChange('POST /number-rights/{rightId}/refusal', REFRESHES)
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? shared.required : null) },
  })
  const submit = useSubmit(form, async ({ reason }) => {
    await refuse.mutateAsync([{ path: { rightId }, body: { reason: reason.trim() } }])
    done(texts.isRefused)
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack maw={560}>
        <Textarea label={texts.reason} required maxLength={500} autosize {...form.getInputProps('reason')} />
        <Group>
          <Button type="submit" variant="default" loading={submit.isBusy}>
            {isGiven ? texts.takeBack : texts.refuse}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
