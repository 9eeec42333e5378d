import { History } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useApi, useSession } from '../../session/session-context.tsx'
import { AddCaller } from '../../shared/calls/add-caller.tsx'
import { CallBack } from '../../shared/calls/call-back.tsx'
import { DurationCell, OutcomeCell, PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { otherParty } from '../../shared/calls/other-party.ts'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { ownCallsTexts } from './texts.ts'

const AGAIN_MS = 10_000

/** The own calls, the newest first. */
export default function OwnCallsPage() {
  const { extension } = useSession()
  return extension === null ? null : <OwnCalls extensionId={extension.id} />
}

function OwnCalls({ extensionId }: { readonly extensionId: string }) {
  const texts = useTexts(ownCallsTexts)
  const api = useApi()
  const query = { extensionId, limit: PAGE_SIZE }
  const columns = useColumns(extensionId)
  return (
    <Page title={texts.records}>
      <DataList
        name={texts.records}
        source={{
          key: ['GET /call-records', query],
          page: (cursor) => api('GET /call-records', { query: { ...query, ...cursor } }),
          everyMs: AGAIN_MS,
        }}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ icon: History, title: texts.noRecords, text: texts.noRecordsText }}
      />
    </Page>
  )
}

function useColumns(extensionId: string): readonly Column<Entry<'GET /call-records'>>[] {
  const words = useTexts(callTexts)
  const format = useFormat()
  return [
    { key: 'started', title: words.started, cell: ({ startedAt }) => format.when(startedAt), width: '10.5rem' },
    { key: 'caller', title: words.caller, cell: ({ caller }) => <PartyCell party={caller} /> },
    { key: 'called', title: words.called, cell: ({ called }) => <PartyCell party={called} /> },
    { key: 'duration', title: words.duration, cell: (call) => <DurationCell call={call} />, width: '6rem', wideOnly: true },
    {
      key: 'call-back',
      title: words.callBack,
      cell: (call) => {
        const { number, displayName } = otherParty(call, extensionId)
        return <CallBack number={number} who={displayName ?? number} />
      },
      width: '6rem',
    },
    { key: 'outcome', title: words.outcome, cell: ({ cause }) => <OutcomeCell cause={cause} />, width: '14rem', wideOnly: true },
    { key: 'contact', title: words.contact, cell: (call) => <AddCaller call={call} />, width: '5rem', wideOnly: true },
  ]
}
