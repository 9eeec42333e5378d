import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { phoneBookTexts } from './texts.ts'

export function NewBookPage() {
  const texts = useTexts(phoneBookTexts)
  const shared = useTexts(sharedTexts)
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /phone-books', { refreshes: ['/phone-books'] })
  const rules = { name: (name: string) => (name.trim() === '' ? shared.required : null) }
  const form = useForm({ initialValues: { name: '' }, validate: rules })
  const save = async ({ name }: { readonly name: string }): Promise<void> => {
    await create.mutateAsync([{ body: { ...customer, name: name.trim() } }])
    go('/')
  }
  const submit = useSubmit(form, save, { 'phone-book-name-taken': 'name' })
  return (
    <Page title={texts.addBook}>
      <FormFrame act="create" submit={submit}>
        <TextInput label={texts.bookName} description={texts.bookHint} required maxLength={100} maw={420} {...form.getInputProps('name')} />
      </FormFrame>
    </Page>
  )
}
