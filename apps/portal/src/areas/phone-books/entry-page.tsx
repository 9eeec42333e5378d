import { Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
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
  const texts = useTexts(phoneBookTexts)
  const [, go] = useLocation()
  const { data, error, refetch } = useAnswer(`GET ${ROUTE}`, [{ path }])
  const remove = useChange(`DELETE ${ROUTE}`, REFRESHES)
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const deletion = (
    <DeleteButton
      title={texts.deleteOne(data.name || data.company)}
      consequence={texts.deleteConsequence}
      remove={() => remove.mutateAsync([{ path }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
  return (
    <Page title={data.name || data.company} actions={deletion}>
      <Edit path={path} entry={data} />
    </Page>
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
  return { name, company, email, notes, favourite, numbers: numbers.map((number) => ({ ...number })) }
}
