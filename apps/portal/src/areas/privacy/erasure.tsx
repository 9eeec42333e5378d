import { Skeleton, Table, Text } from '@mantine/core'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { privacyTexts } from './texts.ts'

type Item = Answer<'GET /privacy-requests/{requestId}/erasure'>['items'][number]

/** What a deletion would take, before anybody does it. */
export function ErasurePreview({ requestId }: { readonly requestId: string }) {
  const texts = useTexts(privacyTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /privacy-requests/{requestId}/erasure', [{ path: { requestId } }])
  return (
    <Section title={texts.preview} about={texts.previewAbout}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={120} /> : null}
      {data?.notes.map((note) => (
        <Text key={note.de} size="sm" fw={600}>
          {note[language]}
        </Text>
      ))}
      {data === undefined ? null : <ErasureTable items={data.items} />}
    </Section>
  )
}

/** How many go and stay; of what stays for how long, and why. */
export function ErasureTable({ items }: { readonly items: readonly Item[] }) {
  const texts = useTexts(privacyTexts)
  const format = useFormat()
  const { language } = useLanguage()
  if (items.length === 0) return <Text size="sm">{texts.nothingThere}</Text>
  return (
    <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.kind } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.kind}</Table.Th>
            <Table.Th>{texts.goes}</Table.Th>
            <Table.Th>{texts.stays}</Table.Th>
            <Table.Th>{texts.whyStays}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ kind, name, goes, stays, until, why }) => (
            <Table.Tr key={kind}>
              <Table.Td>{name[language]}</Table.Td>
              <Table.Td>{format.number(goes)}</Table.Td>
              <Table.Td>{format.number(stays)}</Table.Td>
              <Table.Td>{stays === 0 ? '–' : `${until[language]} ${why[language]}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
