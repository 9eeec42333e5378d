import { Anchor, Button } from '@mantine/core'
import { Phone, ShieldX } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { registrationTexts } from './texts.ts'

type Registration = Entry<'GET /registrations'>

const AGAIN_MS = 5_000

/** All devices that are registered now, searched by the server. */
export default function RegistrationsPage() {
  const texts = useTexts(registrationTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const refused = (
    <Button component={Link} href="~/calls/refused" variant="default" leftSection={<ShieldX size={16} aria-hidden />}>
      {texts.refused}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={refused}>
      <DataList
        name={texts.title}
        source={(search) => ({
          key: ['GET /registrations', { ...query, ...search }],
          page: (cursor) => api('GET /registrations', { query: { ...query, ...search, ...cursor } }),
          everyMs: AGAIN_MS,
        })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ icon: Phone, title: texts.none, text: texts.noneText }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Registration>[] {
  const texts = useTexts(registrationTexts)
  const format = useFormat()
  return [
    {
      key: 'extension',
      title: texts.extension,
      cell: ({ extensionId, addressOfRecord }) => (
        <Anchor component={Link} href={`~/extensions/${extensionId}`} size="sm">
          {addressOfRecord}
        </Anchor>
      ),
    },
    { key: 'device', title: texts.device, cell: ({ userAgent, contact }) => userAgent ?? contact },
    {
      key: 'address',
      title: texts.address,
      cell: ({ transport, remoteAddress, remotePort }) => `${transport} ${remoteAddress}:${remotePort}`,
      wideOnly: true,
    },
    { key: 'since', title: texts.since, cell: ({ registeredAt }) => format.when(registeredAt), wideOnly: true, width: '9rem' },
    { key: 'until', title: texts.until, cell: ({ expiresAt }) => format.when(expiresAt), wideOnly: true, width: '9rem' },
  ]
}
