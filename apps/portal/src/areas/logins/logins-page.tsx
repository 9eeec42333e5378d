import { Badge } from '@mantine/core'
import { UserRoundCog } from 'lucide-react'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { RightsInWords } from '../../shared/rights/rights-field.tsx'
import { type Login, stateOf } from './login.ts'
import { loginTexts } from './texts.ts'

export function LoginsPage() {
  const texts = useTexts(loginTexts)
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={(asked) => ({
          key: ['GET /logins', query, asked],
          page: (cursor) => api('GET /logins', { query: { ...query, ...asked, ...cursor } }),
        })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        href={({ id }) => `/${id}`}
        empty={{ icon: UserRoundCog, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Login, 'name' | 'email'>[] {
  const texts = useTexts(loginTexts)
  const format = useFormat()
  return [
    { key: 'name', title: texts.name, cell: ({ name }) => name, sort: 'name' },
    { key: 'email', title: texts.email, cell: ({ email }) => email, wideOnly: true, sort: 'email' },
    { key: 'kind', title: texts.kind, cell: ({ kind }) => texts[kind], width: '7rem', wideOnly: true },
    {
      key: 'rights',
      title: texts.rights,
      cell: ({ kind, rights }) => (kind === 'user' ? '' : <RightsInWords rights={rights} />),
      width: '10rem',
      wideOnly: true,
    },
    { key: 'state', title: texts.state, cell: (login) => <State login={login} />, width: '12rem' },
    {
      key: 'last',
      title: texts.lastSignedIn,
      cell: ({ lastSignedInAt }) => (lastSignedInAt === null ? '' : format.when(lastSignedInAt)),
      width: '10.5rem',
      wideOnly: true,
    },
  ]
}

function State({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  return <Badge variant="default">{texts[stateOf(login)]}</Badge>
}
