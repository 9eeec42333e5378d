import { Select, Skeleton, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { hasCustomers } from '../../session/session.ts'
import { useSession } from '../../session/session-context.tsx'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import { SiteField } from '../../shared/sites/site-field.tsx'
import { inventoryTexts } from './inventory-texts.ts'

type Range = Answer<'GET /number-ranges/{e164}'>
type State = Range['state']

export const STATES = ['ordered', 'temporary', 'porting-in', 'active', 'porting-out', 'quarantined'] as const satisfies readonly State[]

/** What is kept of a number, or of the block that it belongs to: the operator changes it, the customer reads it. */
export function Inventory({ first }: { readonly first: string }) {
  const texts = useTexts(inventoryTexts)
  const format = useFormat()
  const isOperator = hasCustomers(useSession())
  const { data } = useAnswer('GET /number-ranges/{e164}', [{ path: { e164: first } }])
  if (data === undefined) return <Skeleton height={80} />
  const about = data.size === 1 ? {} : { about: texts.ofBlock(format.number(data.size), data.e164) }
  return (
    <Section title={texts.title} {...about}>
      <Beyond range={data} />
      {isOperator ? <Editor range={data} /> : <Facts range={data} />}
    </Section>
  )
}

/** Calls that came with more digits than the block has (NUM-05). */
function Beyond({ range: { size, beyondCalls, lastBeyondAt, digitsBeyond } }: { readonly range: Range }) {
  const texts = useTexts(inventoryTexts)
  const format = useFormat()
  if (size === 1) return null
  const calls = lastBeyondAt === null ? texts.never : texts.beyondCalls(format.number(beyondCalls), format.dateTime(lastBeyondAt))
  return <Text size="sm">{`${texts.beyond}: ${calls}${digitsBeyond === 'forbidden' ? `; ${texts.notReached}` : ''}`}</Text>
}

function Facts({ range }: { readonly range: Range }) {
  const texts = useTexts(inventoryTexts)
  const format = useFormat()
  const { state, stateSince, due, upstreamCarrier, temporaryFor } = range
  const facts = [
    `${texts.state}: ${texts[state]}, ${texts.since(format.date(stateSince))}`,
    ...(due === null ? [] : [`${texts.due}: ${format.date(due)}`]),
    ...(temporaryFor === null ? [] : [`${texts.temporaryFor}: ${temporaryFor}`]),
    ...(upstreamCarrier === null ? [] : [`${texts.upstreamCarrier}: ${upstreamCarrier}`]),
  ]
  return facts.map((fact) => (
    <Text key={fact} size="sm">
      {fact}
    </Text>
  ))
}

interface Values {
  readonly state: State
  readonly due: string
  readonly siteId: string | null
  readonly upstreamCarrier: string
  readonly notes: string
  readonly digitsBeyond: Range['digitsBeyond']
}

function valuesOf({ state, due, siteId, upstreamCarrier, notes, digitsBeyond }: Range): Values {
  return { state, due: due ?? '', siteId, upstreamCarrier: upstreamCarrier ?? '', notes, digitsBeyond }
}

function Editor({ range }: { readonly range: Range }) {
  const texts = useTexts(inventoryTexts)
  const change = useChange('PATCH /number-ranges/{e164}', { refreshes: ['/number-ranges', '/numbers', '/sites'] })
  const form = useForm<Values>({ initialValues: valuesOf(range) })
  const submit = useEdit({
    ...{ form, thing: range, valuesOf, byCode: { 'number-state-impossible': 'state', 'wrong-ortsnetz': 'siteId' } },
    save: ({ due, upstreamCarrier, ...values }, ifMatch) => {
      const body = {
        ...values,
        due: due === '' ? null : due,
        upstreamCarrier: upstreamCarrier.trim() === '' ? null : upstreamCarrier.trim(),
      }
      return change.mutateAsync([{ path: { e164: range.e164 }, body, ifMatch }])
    },
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={560}>
        <StateField {...form.getInputProps('state')} />
        <TextInput type="date" label={texts.due} description={texts.dueHint} maw={240} {...form.getInputProps('due')} />
        <SiteField value={form.values.siteId} onChange={(siteId) => form.setFieldValue('siteId', siteId)} error={form.errors.siteId} />
        {range.size === 1 ? null : (
          <Switch
            label={texts.noneBeyond}
            description={texts.noneBeyondHint}
            checked={form.values.digitsBeyond === 'forbidden'}
            onChange={({ currentTarget }) => form.setFieldValue('digitsBeyond', currentTarget.checked ? 'forbidden' : 'allowed')}
          />
        )}
        <TextInput label={texts.upstreamCarrier} maxLength={100} {...form.getInputProps('upstreamCarrier')} />
        <Textarea label={texts.notes} maxLength={2000} autosize minRows={2} {...form.getInputProps('notes')} />
      </Stack>
    </FormFrame>
  )
}

interface StateFieldProps {
  readonly states?: readonly State[]
  readonly value?: State
}

/** One of the states of a number. The rest is what a form gives for its field. */
export function StateField({ states = STATES, ...field }: StateFieldProps) {
  const texts = useTexts(inventoryTexts)
  return <Select label={texts.state} data={states.map((value) => ({ value, label: texts[value] }))} allowDeselect={false} {...field} />
}
