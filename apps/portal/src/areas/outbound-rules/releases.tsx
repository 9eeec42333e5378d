import { Badge, Button, Group } from '@mantine/core'
import { FileCheck2 } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { hasCustomers } from '../../session/session.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { NewRelease } from './new-release.tsx'
import { useTargetName } from './target-name.tsx'
import { ruleTexts } from './texts.ts'

type Release = Entry<'GET /outbound-rules/releases'>

/** What is released by form: the provider does so, the customer sees it. */
export function Releases() {
  const texts = useTexts(ruleTexts)
  const api = useApi()
  const nameOf = useTargetName()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const [isNew, setNew] = useState(false)
  const isProvider = hasCustomers(useSession())
  const mayRelease = useMayChange() && isProvider
  return (
    <Section title={texts.releases} about={texts.releasesAbout}>
      <DataList
        name={texts.releases}
        source={{
          key: ['GET /outbound-rules/releases', query],
          page: (cursor) => api('GET /outbound-rules/releases', { query: { ...query, ...cursor } }),
        }}
        columns={useColumns(mayRelease, nameOf)}
        rowKey={({ id }) => id}
        searched={({ target, formReference }) => `${nameOf(target)} ${target} ${formReference}`}
        empty={{ icon: FileCheck2, title: texts.noReleases, text: mayRelease ? texts.noReleasesProvider : texts.noReleasesText }}
      />
      {isNew ? <NewRelease close={() => setNew(false)} /> : null}
      {mayRelease && !isNew ? (
        <Group>
          <Button variant="default" onClick={() => setNew(true)}>
            {texts.release}
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

function useColumns(mayRelease: boolean, nameOf: (target: string) => string): readonly Column<Release>[] {
  const texts = useTexts(ruleTexts)
  const format = useFormat()
  const columns: readonly Column<Release>[] = [
    { key: 'target', title: texts.target, cell: ({ target }) => nameOf(target) },
    {
      key: 'owner',
      title: texts.owner,
      cell: ({ extensionNumber, siteName }) => extensionNumber ?? siteName ?? texts.everybody,
      width: '7rem',
    },
    {
      ...{ key: 'form', title: texts.form, wideOnly: true },
      cell: ({ formReference, formDate, releasedBy }) => texts.formOf(formReference, format.date(formDate), releasedBy),
    },
    { key: 'valid', title: texts.valid, cell: (release) => <Validity release={release} /> },
  ]
  const act: Column<Release> = { key: 'act', title: texts.act, cell: (each) => <TakeBack release={each} />, width: '8rem' }
  return mayRelease ? [...columns, act] : columns
}

function Validity({ release: { validFrom, validUntil } }: { readonly release: Release }) {
  const texts = useTexts(ruleTexts)
  const format = useFormat()
  const now = Date.now()
  const isOver = validUntil !== null && Date.parse(validUntil) <= now
  if (isOver) return <Badge variant="default">{texts.over}</Badge>
  const from = Date.parse(validFrom) > now ? texts.from(format.date(validFrom)) : ''
  return <>{[from, validUntil === null ? texts.unlimited : texts.until(format.date(lastDayOf(validUntil)))].filter(Boolean).join(', ')}</>
}

function TakeBack({ release: { id, target } }: { readonly release: Release }) {
  const texts = useTexts(ruleTexts)
  const name = useTargetName()(target)
  const remove = useChange('DELETE /outbound-rules/releases/{releaseId}', { refreshes: ['/outbound-rules'] })
  return (
    <DeleteButton
      title={texts.takeBack(name)}
      consequence={texts.takeBackConsequence}
      remove={() => remove.mutateAsync([{ path: { releaseId: id } }])}
      deleted={texts.takenBack}
      label={texts.deleteNamed(name)}
    />
  )
}

/** Stored is the moment at which it ends: the midnight after the last day. */
function lastDayOf(validUntil: string): string {
  return new Date(Date.parse(validUntil) - 1).toISOString()
}
