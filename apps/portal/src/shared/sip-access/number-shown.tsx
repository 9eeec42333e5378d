import { Radio, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { readableNumbers } from '../destinations/readable-numbers.ts'
import { FormFrame } from '../editing/form-frame.tsx'
import { useEdit } from '../editing/use-edit.ts'
import { useTexts } from '../language.tsx'
import { Section } from '../section.tsx'
import { Trouble } from '../trouble.tsx'
import { numberShownTexts } from './number-shown-texts.ts'

export type NumberShownAnswer = Answer<'GET /extensions/{extensionId}/number-shown'>

/** What a choice is called in the form where nothing is chosen: the company's first number. */
const FIRST = ''

/** What called parties outside see: chosen among those that an administrator allows. */
export function NumberShown({ extensionId, children }: { readonly extensionId: string; readonly children?: React.ReactNode }) {
  const texts = useTexts(numberShownTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/number-shown', [{ path: { extensionId } }])
  const nameOf = useNameOf(data)
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} />
  const isChosen = data.choices.some((number) => number !== data.outgoingNumber)
  return (
    <Section title={texts.title} about={isChosen ? texts.about : `${texts.about} ${texts.byAdministration}`}>
      {isChosen ? <Choice extensionId={extensionId} shown={data} /> : <Text fw={600}>{nameOf(data.outgoingNumber)}</Text>}
      {children}
    </Section>
  )
}

function useNameOf(shown: NumberShownAnswer | undefined): (number: string | null) => string {
  const texts = useTexts(numberShownTexts)
  const firstNumber = shown?.firstNumber ?? null
  const first = firstNumber === null ? texts.none : texts.first(readableNumbers(firstNumber))
  return (number) => (number === null ? first : readableNumbers(number))
}

function Choice({ extensionId, shown }: { readonly extensionId: string; readonly shown: NumberShownAnswer }) {
  const texts = useTexts(numberShownTexts)
  const nameOf = useNameOf(shown)
  const change = useChange('PATCH /extensions/{extensionId}/number-shown', { refreshes: ['/extensions'] })
  const valuesOf = ({ outgoingNumber }: NumberShownAnswer) => ({ number: outgoingNumber ?? FIRST })
  const form = useForm({ initialValues: valuesOf(shown) })
  const submit = useEdit({
    ...{ form, thing: shown, valuesOf, byCode: { 'number-not-allowed': 'number', 'not-own-number': 'number' } },
    save: ({ number }, ifMatch) =>
      change.mutateAsync([{ path: { extensionId }, body: { outgoingNumber: number === FIRST ? null : number }, ifMatch }]),
  })
  const { choices, outgoingNumber } = shown
  const others = outgoingNumber !== null && choices.includes(outgoingNumber) ? [] : [outgoingNumber]
  return (
    <FormFrame act="save" submit={submit}>
      <Radio.Group label={<VisuallyHidden>{texts.title}</VisuallyHidden>} {...form.getInputProps('number')}>
        <Stack gap="xs">
          {others.map((number) => (
            <Radio key={FIRST} value={number ?? FIRST} label={nameOf(number)} />
          ))}
          {choices.map((number, at) => (
            <Radio key={number} value={number} label={`${at + 1}: ${nameOf(number)}`} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" mt="sm">
        {texts.once}
      </Text>
    </FormFrame>
  )
}
