import { Alert, Badge, Button, Group, List, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { downloadHref } from '../../shared/download-href.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useFormat } from '../../shared/format.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Section } from '../../shared/section.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { bodyOf, PORTING_PROBLEM_FIELDS, type Porting, REFRESHED, valuesOf } from './porting.ts'
import { PortingFields, usePortingForm } from './porting-fields.tsx'
import { Steps } from './steps.tsx'
import { portingTexts } from './texts.ts'
import { Way } from './way.tsx'

/** One porting: how far it is, why it was refused and what helps, and the next step. */
export function PortingPage({ portingId }: { readonly portingId: string }) {
  const texts = useTexts(portingTexts)
  const { data, error, refetch } = useAnswer('GET /portings/{portingId}', [{ path: { portingId } }])
  const isOperator = useSession().kind === 'operator'
  const mayChange = useMayChange()
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={240} />
  const form = (
    <Button component="a" variant="default" href={downloadHref(`/portings/${data.id}/form`, {})} download>
      {texts.form}
    </Button>
  )
  return (
    <Page title={readableNumbers(data.number)} about={texts[`about-${data.direction}`]} actions={form}>
      <Refusals porting={data} />
      <Way porting={data} />
      {isOperator && mayChange ? <Steps porting={data} /> : null}
      <Facts porting={data} />
      {data.state === 'draft' && mayChange ? <Draft porting={data} /> : null}
    </Page>
  )
}

/** What the other carrier has said no for, and what it would. */
function Refusals({ porting: { direction, state, rejections, expected, deviations, remark } }: { readonly porting: Porting }) {
  const texts = useTexts(portingTexts)
  const { language } = useLanguage()
  const isRefused = state === 'rejected'
  // Of what we are asked we look for ourselves; what we have asked is the other carrier's to judge.
  const isOurs = state === 'draft' || (direction === 'out' && state === 'asked')
  const shown = isRefused ? rejections : isOurs ? expected : []
  if (shown.length === 0) return null
  return (
    <Alert
      color={isRefused ? 'red' : 'yellow'}
      variant={isRefused ? 'light' : 'default'}
      title={isRefused ? texts.refused : texts.wouldBeRefused}
    >
      <Stack gap="xs">
        <List size="sm">
          {shown.map(({ code, reason, remedy }) => (
            <List.Item key={code}>
              <strong>{`${code}: ${reason[language]}`}</strong> {remedy[language]}
            </List.Item>
          ))}
        </List>
        {isRefused && remark !== '' ? <Text size="sm">{texts.remarkOf(remark)}</Text> : null}
        {deviations.map(({ field, given, known }) => (
          <Text key={field} size="sm">
            {texts.differs(given, known)}
          </Text>
        ))}
      </Stack>
    </Alert>
  )
}

function Facts({ porting }: { readonly porting: Porting }) {
  const texts = useTexts(portingTexts)
  const format = useFormat()
  const { holder, contact, email, carrier, businessCase, reference, size, attendant, wishedFor, agreedFor, window } = porting
  const rows: readonly (readonly [string, string])[] = [
    [texts.otherCarrier, carrier],
    [texts.businessCase, texts[businessCase]],
    [texts.reference, reference ?? '–'],
    [texts.size, size === 1 ? texts.single : `${size}${attendant === null ? '' : `, ${texts.attendant} ${attendant}`}`],
    [texts.holder, [holder.name, contact, email ?? ''].filter(Boolean).join(', ')],
    [texts.address, `${holder.street} ${holder.houseNumber}, ${holder.postalCode} ${holder.city}`],
    [texts.wishedFor, format.date(wishedFor)],
    [texts.agreedFor, agreedFor === null ? '–' : format.date(agreedFor)],
    [texts.window, window === null ? '–' : texts.fromTo(format.dateTime(window.from), format.dateTime(window.until))],
  ]
  return (
    <Section title={texts.order}>
      <Group>
        <Badge variant="default">{texts[porting.state]}</Badge>
      </Group>
      <Table variant="vertical" layout="fixed">
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w="40%">{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

/** The form can be changed until it is sent. */
function Draft({ porting }: { readonly porting: Porting }) {
  const texts = useTexts(portingTexts)
  const change = useChange('PATCH /portings/{portingId}', REFRESHED)
  const form = usePortingForm(valuesOf(porting))
  const submit = useEdit({
    ...{ form, thing: porting, valuesOf, byCode: PORTING_PROBLEM_FIELDS },
    save: (values, ifMatch) => change.mutateAsync([{ path: { portingId: porting.id }, body: bodyOf(values), ifMatch }]),
  })
  return (
    <Section title={texts.draftForm} about={texts.draftFormAbout}>
      <FormFrame act="save" submit={submit}>
        <PortingFields form={form} isNew={false} />
      </FormFrame>
    </Section>
  )
}
