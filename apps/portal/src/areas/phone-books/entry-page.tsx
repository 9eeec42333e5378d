import { Button, Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { versionOf } from '../../api/version.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { bodyOf, EntryFields, type EntryValues, useEntryRules } from './entry-fields.tsx'
import { phoneBookTexts } from './texts.ts'

const ROUTE = '/phone-books/{bookId}/entries/{entryId}'
const REFRESHES = { refreshes: ['/phone-books', '/call-records', '/live-calls'] }

interface Place {
  readonly bookId: string
  readonly entryId: string
}

export function EntryPage(path: Place) {
  const { data, error, refetch } = useAnswer(`GET ${ROUTE}`, [{ path }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name || data.company} actions={<Deletion path={path} entry={data} />}>
      <Edit path={path} entry={data} />
    </Page>
  )
}

/** At once, because it can be taken back: the contact is written anew. */
function Deletion({ path, entry }: { readonly path: Place; readonly entry: Found }) {
  const texts = useTexts(phoneBookTexts)
  const shared = useTexts(sharedTexts)
  const [, go] = useLocation()
  const { done, failed } = useNotices()
  const remove = useChange(`DELETE ${ROUTE}`, REFRESHES)
  const add = useChange('POST /phone-books/{bookId}/entries', REFRESHES)
  const back = () => add.mutateAsync([{ path: { bookId: path.bookId }, body: valuesOf(entry) }])
  const told = (): void => {
    done(texts.deleted, back)
    go('/')
  }
  return (
    <Button
      color="red"
      variant="light"
      loading={remove.isPending}
      onClick={() => void remove.mutateAsync([{ path, ifMatch: versionOf(entry) }]).then(told, failed)}
    >
      {shared.delete}
    </Button>
  )
}

type Found = Answer<`GET ${typeof ROUTE}`>

function Edit({ path, entry }: { readonly path: Place; readonly entry: Found }) {
  const change = useChange(`PATCH ${ROUTE}`, REFRESHES)
  const form = useForm<EntryValues>({ initialValues: valuesOf(entry), validate: useEntryRules() })
  const submit = useEdit({
    form,
    thing: entry,
    valuesOf,
    save: (values, ifMatch) => change.mutateAsync([{ path, body: bodyOf(values), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <EntryFields form={form} />
    </FormFrame>
  )
}

function valuesOf({ name, company, email, notes, favourite, numbers }: Found): EntryValues {
  return { name, company, email, notes, favourite, numbers: numbers.map((each) => ({ ...each, number: readableNumbers(each.number) })) }
}
