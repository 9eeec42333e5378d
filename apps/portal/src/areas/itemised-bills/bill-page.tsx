import { Anchor, Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { downloadHref } from '../../shared/download-href.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { moneyText, monthText } from '../invoices/money.ts'
import { CallsOfBill } from './calls-of-bill.tsx'
import { billTexts } from './texts.ts'

export type Bill = Answer<'GET /itemised-bills/{invoiceId}'>

/** One itemised bill: its sums, its files, its calls. */
export function BillPage({ invoiceId }: { readonly invoiceId: string }) {
  const texts = useTexts(billTexts)
  const { language } = useLanguage()
  const { data, error, refetch } = useAnswer('GET /itemised-bills/{invoiceId}', [{ path: { invoiceId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const about = [monthText(data.month, language), ...(data.site === null ? [] : [data.site]), texts[data.shown]].join(' · ')
  return (
    <Page title={`${texts.number} ${data.number}`} about={about}>
      <Stack>
        <Why bill={data} />
        {data.state === 'available' ? <Files bill={data} statement="own" /> : null}
        <Sums bill={data} />
        {data.state === 'available' ? <CallsOfBill bill={data} /> : null}
        {data.separate === 0 ? null : (
          <Section title={texts.separate} about={texts.separateAbout(data.separate)}>
            <FileLinks bill={data} statement="separate" />
          </Section>
        )}
      </Stack>
    </Page>
  )
}

/** Why it shows what it shows, and the way back to the invoice. */
export function Why({ bill: { invoiceId, state, because, shown, isWhole } }: { readonly bill: Bill }) {
  const texts = useTexts(billTexts)
  const why = because === 'objection' ? texts.objectionReason : texts[because]
  return (
    <>
      {because === 'chosen' && state !== 'gone' ? null : <Text>{state === 'gone' ? texts.goneText : why}</Text>}
      {shown === 'full' && state === 'available' ? <Text size="sm">{texts.wholeNoted}</Text> : null}
      {state === 'available' && !isWhole ? <Text size="sm">{texts.notWhole}</Text> : null}
      <Text>
        <Anchor component={Link} href={`~/invoices/${invoiceId}`}>
          {texts.openInvoice}
        </Anchor>
      </Text>
    </>
  )
}

interface Stated {
  readonly bill: Bill
  readonly statement: 'own' | 'separate'
}

function Files(stated: Stated) {
  const texts = useTexts(billTexts)
  return (
    <Section title={texts.download}>
      <FileLinks {...stated} />
    </Section>
  )
}

function FileLinks({ bill: { invoiceId }, statement }: Stated) {
  const texts = useTexts(billTexts)
  const { language } = useLanguage()
  return (
    <Group>
      {(['csv', 'pdf'] as const).map((format) => (
        <Anchor key={format} href={downloadHref(`/itemised-bills/${invoiceId}/files/${format}`, { language, statement })} download>
          {texts[format]}
        </Anchor>
      ))}
    </Group>
  )
}

function Sums({ bill }: { readonly bill: Bill }) {
  const texts = useTexts(billTexts)
  const { language } = useLanguage()
  const { groups, unlisted, rounding, total, currency, lines } = bill
  const money = (amount: string): string => moneyText({ amount, currency }, language)
  const rows = [
    ...groups.map(({ siteId, site, extensionId, extension, calls, amount }) => ({
      key: `${siteId} ${extensionId}`,
      name: [site, extension ?? (extensionId === null ? texts.noExtension : extensionId)].filter(Boolean).join(' · '),
      ...{ calls, amount },
    })),
    ...(unlisted === null ? [] : [{ key: 'unlisted', name: texts.unlisted, calls: unlisted.calls, amount: unlisted.amount }]),
    ...(Number(rounding) === 0 ? [] : [{ key: 'rounding', name: texts.rounding, calls: null, amount: rounding }]),
    ...(groups.length > 0
      ? []
      : lines.map(({ text, amount }, index) => ({ key: String(index), name: text[language], calls: null, amount }))),
  ]
  return (
    <Section title={texts.sums}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.extension}</Table.Th>
            <Table.Th ta="right">{texts.calls}</Table.Th>
            <Table.Th ta="right">{texts.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, calls, amount }) => (
            <Table.Tr key={key}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{calls}</Table.Td>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={2} scope="row">
              {texts.total}
            </Table.Th>
            <Table.Td ta="right">{money(total)}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Section>
  )
}
