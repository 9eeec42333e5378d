import { Disc3 } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi, useSession } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { recordingTexts } from './texts.ts'

type Recording = Entry<'GET /recordings'>

/** All recordings for administrators with the right, the own ones for users. */
export function RecordingsPage() {
  const texts = useTexts(recordingTexts)
  const api = useApi()
  const { kind, extension } = useSession()
  const own = kind === 'user' && extension !== null ? { extensionId: extension.id } : {}
  const query = { ...useCustomer(), ...own, limit: PAGE_SIZE }
  return (
    <Page title={texts.title} about={texts.about}>
      <DataList
        name={texts.title}
        source={{
          key: ['GET /recordings', query],
          page: (cursor) => api('GET /recordings', { query: { ...query, ...cursor } }),
          everyMs: 10_000,
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        empty={{ icon: Disc3, title: texts.none, text: texts.noneText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Recording>[] {
  const texts = useTexts(recordingTexts)
  const format = useFormat()
  return [
    { key: 'started', title: texts.started, cell: ({ startedAt }) => format.when(startedAt), width: '10.5rem' },
    { key: 'parties', title: texts.parties, cell: partiesOf },
    { key: 'duration', title: texts.duration, cell: ({ durationSeconds }) => format.duration(durationSeconds), width: '6rem' },
    { key: 'because', title: texts.because, cell: ({ cause }) => cause.reason ?? texts[cause.kind], wideOnly: true },
  ]
}

/** All who are heard, by name where there is one. */
export function partiesOf({ parties }: Pick<Recording, 'parties'>): string {
  return parties.map(({ displayName, number }) => readableNumbers(displayName === null ? number : `${displayName} ${number}`)).join(', ')
}
