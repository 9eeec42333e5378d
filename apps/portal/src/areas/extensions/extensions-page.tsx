import { Group } from '@mantine/core'
import { Phone } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { CallBack } from '../../shared/calls/call-back.tsx'
import { callTexts } from '../../shared/calls/call-texts.ts'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { packageTexts } from '../../shared/user-packages/package-texts.ts'
import { useUserPackages } from '../../shared/user-packages/use-packages.ts'
import { BulkActions } from './bulk-actions.tsx'
import type { Extension } from './extension.ts'
import { ImportActions } from './import/import-actions.tsx'
import { extensionTexts } from './texts.ts'

export function ExtensionsPage() {
  const texts = useTexts(extensionTexts)
  const calls = useTexts(callTexts)
  const mayChange = useMayChange()
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const packageColumn = usePackageColumn()
  const add = <AddLink>{texts.add}</AddLink>
  const actions = (
    <Group>
      <ImportActions />
      {add}
    </Group>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={actions}>
      <DataList
        name={texts.title}
        source={(search) => ({
          key: ['GET /extensions', query, search],
          page: (cursor) => api('GET /extensions', { query: { ...query, ...search, ...cursor } }),
        })}
        columns={[...columns(texts), ...packageColumn, callColumn(calls.callNow)]}
        rowKey={({ id }) => id}
        rowName={({ number }) => number}
        href={({ id }) => `/${id}`}
        {...(mayChange ? { bulk } : {})}
        empty={{ icon: Phone, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

/** Where the product has packages. */
function usePackageColumn(): readonly Column<Extension>[] {
  const title = useTexts(packageTexts).userPackage
  const { language } = useLanguage()
  const packages = useUserPackages()
  const titleOf = (id: string | null) => packages.find((each) => each.id === id)?.title[language] ?? id
  return packages.length === 0
    ? []
    : [{ key: 'package', title, cell: ({ userPackage }) => titleOf(userPackage), width: '8rem', wideOnly: true }]
}

function callColumn(title: string): Column<Extension> {
  return {
    key: 'call',
    title,
    cell: ({ number, name }) => <CallBack number={number} who={`${number} ${name}`} act="callNow" />,
    width: '6rem',
  }
}

/** For who may change them. */
function bulk(chosen: readonly Extension[], clear: () => void) {
  return <BulkActions chosen={chosen} clear={clear} />
}

function columns(
  texts: { readonly [Key in 'number' | 'name' | 'outgoingNumber' | 'firstNumber' | 'sipUsername']: string },
): readonly Column<Extension, 'number' | 'name'>[] {
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number, width: '7rem', sort: 'number' },
    { key: 'name', title: texts.name, cell: ({ name }) => name, sort: 'name' },
    {
      key: 'outgoing',
      title: texts.outgoingNumber,
      cell: ({ outgoingNumber }) => (outgoingNumber === null ? texts.firstNumber : readableNumbers(outgoingNumber)),
      wideOnly: true,
    },
    { key: 'sip', title: texts.sipUsername, cell: ({ sipUsername }) => sipUsername, wideOnly: true },
  ]
}
