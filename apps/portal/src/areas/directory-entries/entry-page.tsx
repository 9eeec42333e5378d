import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { bodyOf, ENTRY_PROBLEM_FIELDS, type Entry, listedNumber, REFRESHED, valuesOf } from './entry.ts'
import { EntryFields, useEntryForm } from './entry-fields.tsx'
import { Objections } from './objections.tsx'
import { entryTexts } from './texts.ts'

/** One entry: what it says, what the publisher knows of it, and objections. */
export function EntryPage({ entryId }: { readonly entryId: string }) {
  const { data, error, refetch } = useAnswer('GET /directory-entries/{entryId}', [{ path: { entryId } }])
  const mayChange = useMayChange()
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={listedNumber(data)} actions={mayChange ? <Deletion entry={data} /> : undefined}>
      <State entry={data} />
      <Objections entry={data} />
      <Fields entry={data} />
    </Page>
  )
}

function State({ entry: { id, publication, toTell } }: { readonly entry: Entry }) {
  const texts = useTexts(entryTexts)
  return (
    <Section title={texts.state}>
      <Text size="sm">{texts[`publication-${publication}-about`]}</Text>
      <Text size="sm">{toTell === null ? texts.toldAbout : texts[`tell-${toTell}-about`]}</Text>
      <Group>
        <Button component="a" variant="default" href={downloadHref(`/directory-entries/${id}/form`, {})} download>
          {texts.form}
        </Button>
      </Group>
    </Section>
  )
}

function Fields({ entry }: { readonly entry: Entry }) {
  const change = useChange('PATCH /directory-entries/{entryId}', REFRESHED)
  const form = useEntryForm(valuesOf(entry))
  const submit = useEdit({
    ...{ form, thing: entry, valuesOf, byCode: ENTRY_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path: { entryId: entry.id }, body: bodyOf(values), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <EntryFields form={form} />
    </FormFrame>
  )
}

function Deletion({ entry }: { readonly entry: Entry }) {
  const texts = useTexts(entryTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /directory-entries/{entryId}', REFRESHED)
  return (
    <DeleteButton
      title={texts.deleteTitle(listedNumber(entry))}
      consequence={texts.deleteConsequence}
      thing={entry}
      remove={(ifMatch) => remove.mutateAsync([{ path: { entryId: entry.id }, ifMatch }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}
