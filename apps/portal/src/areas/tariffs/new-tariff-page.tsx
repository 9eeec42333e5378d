import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { tariffTexts } from './texts.ts'

/** A tariff by itself, which customers are given by hand; its first version is drafted at once. */
export function NewTariffPage() {
  const texts = useTexts(tariffTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const make = useChange('POST /tariffs', { refreshes: ['/tariffs', '/tariff-overview'] })
  const draft = useChange('POST /tariffs/{tariffId}/drafts', { refreshes: ['/tariff-overview'] })
  const form = useForm({ initialValues: { name: '' }, validate: { name: (name) => (name.trim() === '' ? shared.required : null) } })
  const submit = useSubmit(
    form,
    async (body) => {
      const { id } = await make.mutateAsync([{ body }])
      const made = await draft.mutateAsync([{ path: { tariffId: id }, body: {} }])
      go(`/drafts/${made.id}`)
    },
    { 'tariff-name-taken': 'name' },
  )
  return (
    <Page title={texts.add} about={texts.addAbout}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack maw={480}>
          <TextInput label={texts.name} required {...form.getInputProps('name')} />
          {useMayChange() ? (
            <Group>
              <Button type="submit" loading={submit.isBusy}>
                {shared.create}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Page>
  )
}
