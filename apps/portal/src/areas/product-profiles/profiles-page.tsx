import { Package } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { useMoney } from '../../shared/billing/use-money.ts'
import type { Column } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { profileTexts } from './texts.ts'

type Profile = Entry<'GET /product-profiles'>

/** What the operator sells. */
export function ProfilesPage() {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  const api = useApi()
  const add = <AddLink>{texts.add}</AddLink>
  return (
    <Page title={texts.title} about={texts.about} actions={add}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /product-profiles'], page: async () => ({ ...(await api('GET /product-profiles', {})), nextCursor: null }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ title }) => title[language]}
        href={({ id }) => `/${id}`}
        empty={{ icon: Package, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Profile>[] {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  const { day } = useMoney()
  const version = ({ current }: Profile) =>
    current === null ? texts.later : texts.versionSince(String(current.number), day(current.validFrom))
  return [
    { key: 'name', title: texts.name, cell: ({ title }) => title[language] },
    { key: 'version', title: texts.version, cell: version, width: '16rem', wideOnly: true },
    { key: 'contracts', title: texts.contracts, cell: ({ contracts }) => contracts, width: '8rem' },
  ]
}
