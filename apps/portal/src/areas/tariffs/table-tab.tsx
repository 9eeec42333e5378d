import { Alert, Anchor, Button, FileButton, Group, Stack, Table } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useChange, useRefresh } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { downloadHref } from '../../shared/download-href.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import type { SeenDraft } from './draft-page.tsx'
import { tableTexts } from './table-texts.ts'

type Report = Answer<'POST /tariff-drafts/{draftId}/table'>
const PARTS = ['prices', 'prefixes'] as const

/** Prices and prefixes of a draft as tables: out, and in again. */
export function TableTab({ draft }: { readonly draft: SeenDraft }) {
  return (
    <Stack>
      {PARTS.map((of) => (
        <OneTable key={of} draft={draft} of={of} />
      ))}
    </Stack>
  )
}

function OneTable({ draft, of }: { readonly draft: SeenDraft; readonly of: (typeof PARTS)[number] }) {
  const { id: draftId, revision } = draft
  const texts = useTexts(tableTexts)
  const format = useFormat()
  const { failed } = useNotices()
  const [report, setReport] = useState<Report>()
  const take = useChange('POST /tariff-drafts/{draftId}/table', { refreshes: ['/tariff-overview'] })
  const refresh = useRefresh()
  const read = (file: File | null): void => {
    if (file === null) return
    setReport(undefined)
    const body = new Blob([file], { type: file.type === '' ? 'application/octet-stream' : file.type })
    void take
      .mutateAsync([{ path: { draftId }, query: { of, revision }, body }])
      .then(setReport, failed)
      .finally(() => void refresh('/tariff-drafts'))
  }
  return (
    <Section title={texts[of]} about={of === 'prices' ? texts.pricesAbout : texts.prefixesAbout}>
      <Group>
        <Anchor href={downloadHref(`/tariff-drafts/${draftId}/table`, { of })} download size="sm">
          {of === 'prices' ? texts.exportPrices : texts.exportPrefixes}
        </Anchor>
        {useMayChange() ? (
          <FileButton onChange={read} accept=".csv,.txt,.xlsx">
            {(props) => (
              <Button variant="default" loading={take.isPending} {...props}>
                {of === 'prices' ? texts.importPrices : texts.importPrefixes}
              </Button>
            )}
          </FileButton>
        ) : null}
      </Group>
      {report === undefined ? null : report.failed === 0 ? (
        <Alert role="status">{texts.taken(format.number(report.rows))}</Alert>
      ) : (
        <Problems report={report} />
      )}
    </Section>
  )
}

function Problems({ report: { failed, problems } }: { readonly report: Report }) {
  const texts = useTexts(tableTexts)
  const { language } = useLanguage()
  const format = useFormat()
  return (
    <Stack gap="xs">
      <Alert color="red" role="status">
        {texts.notTaken(format.number(failed))}
      </Alert>
      <Table aria-label={texts.problems}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.row}</Table.Th>
            <Table.Th>{texts.value}</Table.Th>
            <Table.Th>{texts.wrong}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ row, field, value, text }) => (
            <Table.Tr key={`${row} ${field ?? ''}`}>
              <Table.Th scope="row">{row}</Table.Th>
              <Table.Td>{value}</Table.Td>
              <Table.Td>{text[language]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
