import { Badge, Button, Select, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link, useLocation } from 'wouter'
import { useAnswer, useChange } from '../../api/queries.ts'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { e164Of } from '../../shared/destinations/phone-number.ts'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { DeleteButton } from '../../shared/editing/delete-button.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'
import { Accounts } from './accounts.tsx'
import { Changes } from './changes.tsx'
import { outageTexts } from './outage/texts.ts'
import { Places } from './places.tsx'
import { useRangeLabel } from './ranges-field.tsx'
import { SetUp } from './set-up.tsx'
import { Terms } from './terms.tsx'
import { trunkTexts } from './texts.ts'
import { placeText, REFRESHED, type Trunk } from './trunk.ts'
import { useProductTitles } from './trunks-page.tsx'

export function TrunkPage({ trunkId }: { readonly trunkId: string }) {
  const isSeller = hasCustomers(useSession())
  const { data, error, refetch } = useAnswer('GET /customer-trunks/{trunkId}', [{ path: { trunkId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  return (
    <Page title={data.name} actions={<Actions trunk={data} isSeller={isSeller} />}>
      <Contract trunk={data} />
      {data.access === 'registration' ? <Accounts trunk={data} /> : <Places key={data.places.map(placeText).join()} trunk={data} />}
      <SetUp trunk={data} />
      <Editor trunk={data} />
      {isSeller ? <Terms trunk={data} /> : null}
      <Changes trunk={data} />
    </Page>
  )
}

function Actions({ trunk, isSeller }: { readonly trunk: Trunk; readonly isSeller: boolean }) {
  const { open } = useTexts(outageTexts)
  return (
    <>
      <Button component={Link} href={`/${trunk.id}/outage`} variant="default">
        {open}
      </Button>
      {isSeller ? <Deletion trunk={trunk} /> : null}
    </>
  )
}

/** What was sold. */
function Contract({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const format = useFormat()
  const label = useRangeLabel()
  const { product, channels, access, signalling, transport, srtp, codecs, fax, plannedKbps, ranges, active } = trunk
  const rows: readonly (readonly [string, string])[] = [
    [texts.product, useProductTitles()(product)],
    [texts.channels, format.number(channels)],
    [texts.access, texts[access]],
    [texts.signalling, `${signalling}, ${transport}`],
    [texts.srtp, texts[srtp]],
    [texts.codecs, codecs.join(', ')],
    [texts.fax, fax ? texts.yes : texts.no],
    [texts.line, texts.kbps(format.number(plannedKbps))],
    [texts.numbers, ranges.length === 0 ? texts.noNumbers : ranges.map(({ first, size }) => label(first, size)).join('; ')],
  ]
  const most = texts.ofMost(format.number(trunk.numbersInBlocks), format.number(trunk.maxNumbersInBlocks))
  return (
    <Section title={texts.contract} {...(product === 'basic' ? {} : { about: most })}>
      {active ? null : (
        <Badge variant="default" w="fit-content">
          {texts.inactive}
        </Badge>
      )}
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w="40%">{name}</Table.Th>
              <Table.Td>
                <Text size="sm">{value}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

interface Values {
  readonly name: string
  readonly numberFormat: Trunk['numberFormat']
  readonly headNumber: string
}

function valuesOf({ name, numberFormat, headNumber }: Trunk): Values {
  return { name, numberFormat, headNumber: headNumber === null ? '' : readableNumbers(headNumber) }
}

/** What the customer sets by itself. */
function Editor({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const shared = useTexts(sharedTexts)
  const change = useChange('PATCH /customer-trunks/{trunkId}', REFRESHED)
  const form = useForm<Values>({
    initialValues: valuesOf(trunk),
    validate: { name: (name) => (name.trim() === '' ? shared.required : null) },
  })
  const submit = useEdit({
    ...{ form, thing: trunk, valuesOf, byCode: { 'trunk-name-taken': 'name', 'trunk-head-number-not-here': 'headNumber' } },
    save: ({ name, numberFormat, headNumber }, ifMatch) => {
      const head = headNumber.trim() === '' ? null : e164Of(headNumber)
      return change.mutateAsync([{ path: { trunkId: trunk.id }, body: { name: name.trim(), numberFormat, headNumber: head }, ifMatch }])
    },
  })
  const formats = (['e164', 'international', 'national', 'local'] as const).map((value) => ({ value, label: texts[value] }))
  return (
    <Section title={texts.settings}>
      <FormFrame act="save" submit={submit}>
        <Stack maw={560}>
          <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
          <Select label={texts.format} data={formats} allowDeselect={false} {...form.getInputProps('numberFormat')} />
          <TextInput label={texts.headNumber} description={texts.headNumberHint} type="tel" {...form.getInputProps('headNumber')} />
        </Stack>
      </FormFrame>
    </Section>
  )
}

function Deletion({ trunk: { id, name } }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const [, go] = useLocation()
  const remove = useChange('DELETE /customer-trunks/{trunkId}', REFRESHED)
  return (
    <DeleteButton
      title={texts.deleteOne(name)}
      consequence={texts.deleteConsequence}
      remove={() => remove.mutateAsync([{ path: { trunkId: id } }])}
      deleted={texts.deleted}
      then={() => go('/')}
    />
  )
}
