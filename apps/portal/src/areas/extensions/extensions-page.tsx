import { Button } from '@mantine/core'
import { Phone, Plus } from 'lucide-react'
import { Link } from 'wouter'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { BulkActions } from './bulk-actions.tsx'
import type { Extension } from './extension.ts'
import { extensionTexts } from './texts.ts'

export function ExtensionsPage() {
  const texts = useTexts(extensionTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = (
    <Button component={Link} href="/new" leftSection={<Plus size={16} aria-hidden />}>
      {texts.add}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /extensions', query], page: (cursor) => api('GET /extensions', { query: { ...query, ...cursor } }) }}
        columns={columns(texts)}
        rowKey={({ id }) => id}
        rowName={({ number }) => number}
        href={({ id }) => `/${id}`}
        searched={({ number, name, outgoingNumber }) => `${number} ${name} ${outgoingNumber ?? ''}`}
        bulk={(chosen, clear) => <BulkActions chosen={chosen} clear={clear} />}
        empty={{ icon: Phone, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function columns(
  texts: { readonly [Key in 'number' | 'name' | 'outgoingNumber' | 'firstNumber' | 'sipUsername']: string },
): readonly Column<Extension>[] {
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number, width: '7rem' },
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'outgoing', title: texts.outgoingNumber, cell: ({ outgoingNumber }) => outgoingNumber ?? texts.firstNumber, wideOnly: true },
    { key: 'sip', title: texts.sipUsername, cell: ({ sipUsername }) => sipUsername, wideOnly: true },
  ]
}
