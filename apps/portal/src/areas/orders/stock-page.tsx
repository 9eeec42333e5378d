import { Select, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { e164Of, isE164 } from '../../shared/destinations/phone-number.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { stockTexts } from './stock-texts.ts'

/** The numbers that orders are served from (NUM-01, NUM-09). */
export function StockPage() {
  const texts = useTexts(stockTexts)
  const { data, error, refetch } = useAnswer('GET /number-stock', [])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Page title={texts.title} about={texts.about}>
      <Stack>
        {data === undefined ? <Skeleton height={120} /> : null}
        {data?.items.length === 0 ? <Text>{texts.empty}</Text> : null}
        {data === undefined || data.items.length === 0 ? null : <Ranges ranges={data.items} />}
        <Section title={texts.add}>
          <NewRange />
        </Section>
      </Stack>
    </Page>
  )
}

interface Range {
  readonly e164: string
  readonly size: number
  readonly areaCode: string
  readonly upstreamCarrier: string | null
}

function Ranges({ ranges }: { readonly ranges: readonly Range[] }) {
  const texts = useTexts(stockTexts)
  const format = useFormat()
  const { mutateAsync: remove } = useChange('DELETE /number-stock/{e164}', { refreshes: ['/number-stock'] })
  return (
    <Table.ScrollContainer minWidth={280} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': texts.title } }}>
      <Table aria-label={texts.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.first}</Table.Th>
            <Table.Th>{texts.size}</Table.Th>
            <Table.Th>{texts.areaCode}</Table.Th>
            <Table.Th>{texts.upstreamCarrier}</Table.Th>
            <Table.Th>{texts.act}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ranges.map(({ e164, size, areaCode, upstreamCarrier }) => (
            <Table.Tr key={e164}>
              <Table.Th scope="row" fw={500}>
                {e164}
              </Table.Th>
              <Table.Td>{format.number(size)}</Table.Td>
              <Table.Td>{`0${areaCode}`}</Table.Td>
              <Table.Td>{upstreamCarrier}</Table.Td>
              <Table.Td>
                <DeleteButton
                  title={texts.removeTitle(e164)}
                  consequence={texts.removeConsequence}
                  remove={() => remove([{ path: { e164 } }])}
                  deleted={texts.removed}
                  label={texts.removeLabel(e164)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const SIZES = { '1': 1, '10': 10, '100': 100, '1000': 1000, '10000': 10_000 } as const

interface Values {
  readonly first: string
  readonly size: keyof typeof SIZES
  readonly upstreamCarrier: string
}

const NOTHING: Values = { first: '', size: '100', upstreamCarrier: '' }

function NewRange() {
  const texts = useTexts(stockTexts)
  const format = useFormat()
  const { done } = useNotices()
  const add = useChange('POST /number-stock', { refreshes: ['/number-stock'] })
  const form = useForm<Values>({
    initialValues: NOTHING,
    validate: { first: (first) => (isE164(e164Of(first)) ? null : texts.firstWrong) },
  })
  const submit = useSubmit(
    form,
    async ({ first, size, upstreamCarrier }) => {
      const carrier = upstreamCarrier.trim()
      await add.mutateAsync([{ body: { e164: e164Of(first), size: SIZES[size], upstreamCarrier: carrier === '' ? null : carrier } }])
      form.reset()
      done(texts.added)
    },
    { 'block-misaligned': 'first', 'no-geographic-number': 'first', 'stock-taken': 'first' },
  )
  const sizes = Object.entries(SIZES).map(([value, size]) => ({ value, label: format.number(size) }))
  return (
    <FormFrame act="create" submit={submit}>
      <Stack maw={480}>
        <TextInput label={texts.first} description={texts.firstHint} type="tel" required {...form.getInputProps('first')} />
        <Select label={texts.size} data={sizes} allowDeselect={false} {...form.getInputProps('size')} />
        <TextInput label={texts.upstreamCarrier} maxLength={100} {...form.getInputProps('upstreamCarrier')} />
      </Stack>
    </FormFrame>
  )
}
