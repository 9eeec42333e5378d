import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { runTexts } from './texts.ts'

export function NewRunPage() {
  const texts = useTexts(runTexts)
  const [, go] = useLocation()
  const create = useChange('POST /invoice-runs', { refreshes: ['/invoice-runs'] })
  const form = useForm({ initialValues: { month: lastMonth(), profile: '' } })
  const submit = useSubmit(
    form,
    async ({ month, profile }) => {
      const { id } = await create.mutateAsync([{ body: { month, profile: profile.trim() === '' ? null : profile.trim() } }])
      go(`/${id}`)
    },
    { 'invoice-month-not-over': 'month' },
  )
  return (
    <Page title={texts.add} about={texts.about}>
      <FormFrame act="create" submit={submit}>
        <Stack maw={480}>
          <TextInput label={texts.month} description={texts.monthHint} required {...form.getInputProps('month')} />
          <TextInput label={texts.profile} description={texts.profileHint} maxLength={40} {...form.getInputProps('profile')} />
        </Stack>
      </FormFrame>
    </Page>
  )
}

/** As `2026-10`. */
function lastMonth(): string {
  const now = new Date()
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1))
  return first.toISOString().slice(0, 7)
}
