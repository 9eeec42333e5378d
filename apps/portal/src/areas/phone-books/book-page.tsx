import { Button, Group, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { phoneBookTexts } from './texts.ts'

type Book = Answer<'GET /phone-books/{bookId}'>

const REFRESHES = { refreshes: ['/phone-books', '/call-records', '/live-calls'] }

/** A phone book of the company: its name, and its end. */
export function BookPage({ bookId }: { readonly bookId: string }) {
  const { data, error, refetch } = useAnswer('GET /phone-books/{bookId}', [{ path: { bookId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={160} />
  return (
    <Page title={data.name}>
      <Stack gap="xl">
        <Rename book={data} />
        <Deletion book={data} />
      </Stack>
    </Page>
  )
}

function valuesOf({ name }: Book) {
  return { name }
}

function Rename({ book }: { readonly book: Book }) {
  const texts = useTexts(phoneBookTexts)
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /phone-books/{bookId}', REFRESHES)
  const rules = { name: (name: string) => (name.trim() === '' ? shared.required : null) }
  const form = useForm({ initialValues: valuesOf(book), validate: rules })
  const submit = useEdit({
    ...{ form, thing: book, valuesOf, byCode: { 'phone-book-name-taken': 'name' } },
    save: ({ name }, ifMatch) => change.mutateAsync([{ path: { bookId: book.id }, body: { name: name.trim() }, ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <TextInput label={texts.bookName} required maxLength={100} maw={420} {...form.getInputProps('name')} />
    </FormFrame>
  )
}

/** At once, because it can be taken back. */
function Deletion({ book }: { readonly book: Book }) {
  const { id, name } = book
  const texts = useTexts(phoneBookTexts)
  const mayChange = useMayChange()
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const path = { bookId: id }
  const remove = useChange('DELETE /phone-books/{bookId}', REFRESHES)
  const restore = useChange('POST /phone-books/{bookId}/restore', REFRESHES)
  const told = (): void => {
    done(texts.bookDeleted(name), () => restore.mutateAsync([{ path }]))
    go('/')
  }
  if (!mayChange) return null
  return (
    <Section title={texts.deleteBook} about={texts.deleteBookAbout}>
      <Group>
        <Button
          color="red"
          variant="light"
          loading={remove.isPending}
          onClick={() => void remove.mutateAsync([{ path, ifMatch: versionOf(book) }]).then(told, failed)}
        >
          {texts.deleteBook}
        </Button>
      </Group>
    </Section>
  )
}
