import { Button, Code, Group, Skeleton, Stack, Table, Title } from '@mantine/core'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useAnswer } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { ChangeCodes } from './change-codes.tsx'
import { type FeatureCode, MOMENTS } from './feature-code.ts'
import { featureCodeTexts } from './texts.ts'

/** What is dialled for which feature; printed it is a list for the place beside the phone. */
export default function FeatureCodesPage() {
  const texts = useTexts(featureCodeTexts)
  const { data, error, refetch } = useAnswer('GET /feature-codes', [{ query: useCustomer() }])
  const print = (
    <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()} className="screen-only">
      {texts.print}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={print}>
      {error === null ? null : <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={240} /> : null}
      {data === undefined
        ? null
        : MOMENTS.map((moment) => <Codes key={moment} title={texts[moment]} codes={data.items.filter(({ when }) => when === moment)} />)}
    </Page>
  )
}

function Codes({ title, codes }: { readonly title: string; readonly codes: readonly FeatureCode[] }) {
  const texts = useTexts(featureCodeTexts)
  const [changed, setChanged] = useState<FeatureCode>()
  const mayChange = useMayChange()
  if (codes.length === 0) return null
  return (
    <Stack gap="xs" maw={860}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Table aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="10rem">{texts.code}</Table.Th>
            <Table.Th>{texts.feature}</Table.Th>
            {mayChange ? (
              <Table.Th w="8rem" className="screen-only">
                {texts.change}
              </Table.Th>
            ) : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map((code) => (
            <Row key={code.feature} code={code} change={mayChange ? () => setChanged(code) : undefined} />
          ))}
        </Table.Tbody>
      </Table>
      {changed === undefined ? null : <ChangeCodes key={changed.feature} code={changed} close={() => setChanged(undefined)} />}
    </Stack>
  )
}

function Row({ code, change }: { readonly code: FeatureCode; readonly change: (() => void) | undefined }) {
  const texts = useTexts(featureCodeTexts)
  const { language } = useLanguage()
  const title = code.title[language]
  const behind = code.argument === 'required' ? texts.number : code.argument === 'optional' ? texts.numberOptional : ''
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          {code.codes.length === 0 ? texts.off : code.codes.map((each) => <Code key={each}>{`${each} ${behind}`.trim()}</Code>)}
        </Group>
      </Table.Td>
      <Table.Td>{title}</Table.Td>
      {change === undefined ? null : (
        <Table.Td className="screen-only">
          <Button size="compact-sm" variant="default" onClick={change} aria-label={texts.changeOne(title)}>
            {texts.change}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  )
}
