import { Button } from '@mantine/core'
import { BookOpen, KeyRound } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { AddLink } from '../../shared/editing/add-link.tsx'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { RightsInWords } from '../../shared/rights/rights-field.tsx'
import { apiKeyTexts } from './texts.ts'

/** Served beside the portal: every operation, to read and try. */
const API_DOCS = '/api/docs'

type ApiKey = Entry<'GET /api-keys'>

export function ApiKeysPage() {
  const texts = useTexts(apiKeyTexts)
  const { language } = useLanguage()
  const api = useApi()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  const add = <AddLink>{texts.add}</AddLink>
  const actions = (
    <>
      <Button
        component="a"
        href={`${API_DOCS}?lang=${language}`}
        target="_blank"
        variant="default"
        leftSection={<BookOpen size={16} aria-hidden />}
      >
        {texts.description}
      </Button>
      {add}
    </>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={actions}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /api-keys', query], page: (cursor) => api('GET /api-keys', { query: { ...query, ...cursor } }) }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        searched={({ name }) => name}
        empty={{ icon: KeyRound, title: texts.emptyTitle, text: texts.emptyText, action: add }}
      />
    </Page>
  )
}

function useColumns(): readonly Column<ApiKey>[] {
  const texts = useTexts(apiKeyTexts)
  const format = useFormat()
  const mayChange = useMayChange()
  const columns: readonly Column<ApiKey>[] = [
    { key: 'name', title: texts.name, cell: ({ name }) => name },
    { key: 'rights', title: texts.rights, cell: ({ rights }) => <RightsInWords rights={rights} />, wideOnly: true },
    { key: 'created', title: texts.created, cell: ({ createdAt }) => format.when(createdAt), wideOnly: true },
    { key: 'maker', title: texts.madeBy, cell: ({ madeBy }) => madeBy ?? texts.madeByNobody, wideOnly: true },
    { key: 'used', title: texts.lastUsed, cell: ({ lastUsedAt }) => (lastUsedAt === null ? texts.never : format.when(lastUsedAt)) },
  ]
  return mayChange ? [...columns, { key: 'revoke', title: texts.act, cell: (key) => <Revoke apiKey={key} />, width: '9rem' }] : columns
}

function Revoke({ apiKey: { id, name } }: { readonly apiKey: ApiKey }) {
  const texts = useTexts(apiKeyTexts)
  const customer = useCustomer()
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const revoke = useChange('DELETE /api-keys/{apiKeyId}', { refreshes: ['/api-keys'] })
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.revokeTitle(name), consequence: texts.revokeConsequence, act: texts.revoke }))) return
    await revoke.mutateAsync([{ path: { apiKeyId: id }, query: customer }]).then(() => done(texts.revoked), failed)
  }
  return (
    <Button
      size="compact-sm"
      color="red"
      variant="light"
      loading={revoke.isPending}
      onClick={() => void ask()}
      aria-label={`${texts.revoke}: ${name}`}
    >
      {texts.revoke}
    </Button>
  )
}
