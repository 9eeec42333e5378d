import { Badge, Button } from '@mantine/core'
import { PhoneCall, ShieldX } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { PartyCell } from '../../shared/calls/call-cells.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { explainTexts } from './texts.ts'

const AGAIN_MS = 2_000

/** Calls in progress; each leads to its explanation. */
export function LiveCallsPage() {
  const texts = useTexts(explainTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const refused = (
    <Button component={Link} href="/refused" variant="default" leftSection={<ShieldX size={16} aria-hidden />}>
      {texts.refusedLink}
    </Button>
  )
  return (
    <Page title={texts.liveTitle} about={texts.liveAbout} actions={refused}>
      <DataList
        name={texts.liveTitle}
        source={{
          key: ['GET /live-calls', query],
          page: (cursor) => api('GET /live-calls', { query: { ...query, ...cursor } }),
          everyMs: AGAIN_MS,
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        empty={{ icon: PhoneCall, title: texts.noLive, text: texts.noLiveText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Entry<'GET /live-calls'>>[] {
  const texts = useTexts(explainTexts)
  const words = useTexts(callTexts)
  const format = useFormat()
  return [
    { key: 'caller', title: words.caller, cell: ({ caller }) => <PartyCell party={caller} /> },
    { key: 'called', title: words.called, cell: ({ called }) => <PartyCell party={called} /> },
    {
      key: 'state',
      title: texts.state,
      cell: (call) => <Badge variant="light">{call.emergency ? words.emergency : words[call.state]}</Badge>,
    },
    { key: 'started', title: words.started, cell: ({ startedAt }) => format.when(startedAt), wideOnly: true },
  ]
}
