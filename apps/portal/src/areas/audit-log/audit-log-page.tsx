import { Button, Modal, Table, Text } from '@mantine/core'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../api/operation.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useApi } from '../../session/session-context.tsx'
import { type Column, PAGE_SIZE } from '../../shared/data-list/columns.ts'
import { DataList } from '../../shared/data-list/data-list.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { addressText } from './address-text.ts'
import { differencesOf } from './differences.ts'
import { fieldTexts } from './field-texts.ts'
import { fieldInWords, valueInWords } from './readable.ts'
import { subjectTexts } from './subject-texts.ts'
import { actionTexts, auditLogTexts } from './texts.ts'
import { valueTexts } from './value-texts.ts'

/** Long values break rather than leave the dialogue. */
const WRAPPED = { overflowWrap: 'anywhere' } as const

type Deed = Entry<'GET /audit-log'>

/** Who has changed what, the newest first. */
export default function AuditLogPage() {
  const texts = useTexts(auditLogTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const [shown, setShown] = useState<Deed>()
  const query = { ...useCustomer(), limit: PAGE_SIZE }
  return (
    <Page title={texts.title} about={texts.about}>
      <DataList
        name={texts.title}
        source={{ key: ['GET /audit-log', query], page: (cursor) => api('GET /audit-log', { query: { ...query, ...cursor } }) }}
        columns={useColumns(setShown)}
        rowKey={({ id }) => id}
        empty={{ icon: ScrollText, title: texts.emptyTitle, text: texts.emptyText }}
      />
      <Modal
        opened={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={texts.show}
        closeButtonProps={{ 'aria-label': shared.close }}
        size="lg"
      >
        {shown === undefined ? null : <Details deed={shown} />}
      </Modal>
    </Page>
  )
}

function useColumns(show: (deed: Deed) => void): readonly Column<Deed>[] {
  const texts = useTexts(auditLogTexts)
  const actions: Readonly<Record<string, string>> = useTexts(actionTexts)
  const subjects: Readonly<Record<string, string>> = useTexts(subjectTexts)
  const format = useFormat()
  const details = (deed: Deed) => (
    <Button size="compact-sm" variant="default" onClick={() => show(deed)}>
      {texts.show}
    </Button>
  )
  return [
    { key: 'at', title: texts.at, cell: ({ at }) => format.when(at), width: '10.5rem', wideOnly: true },
    { key: 'who', title: texts.who, cell: ({ actor }) => actor.name },
    { key: 'what', title: texts.what, cell: ({ action }) => actions[action] ?? action },
    { key: 'subject', title: texts.subject, cell: ({ subject }) => subjects[subject] ?? subject, wideOnly: true },
    { key: 'from', title: texts.from, cell: ({ actor }) => addressText(actor.address), width: '9rem', wideOnly: true },
    { key: 'details', title: texts.show, cell: details, width: '9rem', phoneWidth: '9rem' },
  ]
}

function Details({ deed }: { readonly deed: Deed }) {
  const texts = useTexts(auditLogTexts)
  const actions: Readonly<Record<string, string>> = useTexts(actionTexts)
  const subjects: Readonly<Record<string, string>> = useTexts(subjectTexts)
  const format = useFormat()
  const differences = differencesOf(deed.before, deed.after)
  const { at, actor, action, subject } = deed
  return (
    <>
      <Text
        size="sm"
        mb="sm"
      >{`${format.dateTime(at)} · ${actor.name} (${addressText(actor.address)}) · ${subjects[subject] ?? subject} · ${actions[action] ?? action}`}</Text>
      {differences.length === 0 ? <Text size="sm">{texts.noValues}</Text> : <Differences differences={differences} />}
    </>
  )
}

function Differences({ differences }: { readonly differences: ReturnType<typeof differencesOf> }) {
  const texts = useTexts(auditLogTexts)
  const { dateTime } = useFormat()
  const reading = { fields: useTexts(fieldTexts), values: useTexts(valueTexts), dateTime }
  return (
    <Table layout="fixed" style={WRAPPED}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.field}</Table.Th>
          <Table.Th>{texts.before}</Table.Th>
          <Table.Th>{texts.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ path, before, after }) => (
          <Table.Tr key={path.join('.')}>
            <Table.Td>{fieldInWords(path, reading)}</Table.Td>
            <Table.Td>{valueInWords(before, reading)}</Table.Td>
            <Table.Td>{valueInWords(after, reading)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
