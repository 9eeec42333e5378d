import { useForm } from '@mantine/form'
import { useLocation, useSearchParams } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { bodyOf, EntryFields, type EntryValues, NEW_ENTRY, useEntryRules } from './entry-fields.tsx'
import { phoneBookTexts } from './texts.ts'

/** `?number=` and `?name=` fill it in: whoever comes from a call. */
export function NewEntryPage({ bookId }: { readonly bookId: string }) {
  const texts = useTexts(phoneBookTexts)
  const [, go] = useLocation()
  const [given] = useSearchParams()
  const create = useChange('POST /phone-books/{bookId}/entries', { refreshes: ['/phone-books', '/call-records', '/live-calls'] })
  const initialValues = {
    ...NEW_ENTRY,
    name: given.get('name') ?? '',
    numbers: [{ kind: 'work' as const, number: given.get('number') ?? '' }],
  }
  const form = useForm<EntryValues>({ initialValues, validate: useEntryRules() })
  const submit = useSubmit(form, async (values) => {
    await create.mutateAsync([{ path: { bookId }, body: bodyOf(values) }])
    go('/')
  })
  return (
    <Page title={texts.add}>
      <FormFrame act="create" submit={submit}>
        <EntryFields form={form} />
      </FormFrame>
    </Page>
  )
}
