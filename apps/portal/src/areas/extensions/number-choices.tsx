import { MultiSelect, Skeleton } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { findNumbers, numberOption } from '../../shared/destinations/number-options.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Section } from '../../shared/section.tsx'
import type { NumberShownAnswer } from '../../shared/sip-access/number-shown.tsx'
import { numberShownTexts } from '../../shared/sip-access/number-shown-texts.ts'
import { Trouble } from '../../shared/trouble.tsx'

/** As many as one digit chooses. */
const MAX_CHOICES = 9

interface OfExtension {
  readonly extensionId: string
}

/** Which numbers the user of an extension may show outside. */
export function NumberChoices({ extensionId }: OfExtension) {
  const texts = useTexts(numberShownTexts)
  const { data, error, refetch } = useAnswer('GET /extensions/{extensionId}/number-shown', [{ path: { extensionId } }])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={160} />
  return (
    <Section title={texts.choices} about={texts.choicesAbout}>
      <Choices extensionId={extensionId} shown={data} />
    </Section>
  )
}

function valuesOf({ choices }: NumberShownAnswer) {
  return { choices: [...choices] }
}

function Choices({ extensionId, shown }: OfExtension & { readonly shown: NumberShownAnswer }) {
  const texts = useTexts(numberShownTexts)
  const { data } = useAnswer('GET /numbers', [{ query: { ...useCustomer(), limit: 200 } }])
  const change = useChange('PATCH /extensions/{extensionId}/number-shown', { refreshes: ['/extensions'] })
  const form = useForm({ initialValues: valuesOf(shown) })
  const submit = useEdit({
    ...{ form, thing: shown, valuesOf, byCode: { 'not-own-number': 'choices' } },
    save: (body, ifMatch) => change.mutateAsync([{ path: { extensionId }, body, ifMatch }]),
  })
  const numbers = [...new Set([...form.values.choices, ...(data?.items ?? []).map(({ e164 }) => e164)])]
  return (
    <FormFrame act="save" submit={submit}>
      <MultiSelect
        {...{
          label: texts.choices,
          description: texts.choicesHint,
          data: numbers.map(numberOption),
          filter: findNumbers,
          maxValues: MAX_CHOICES,
          maw: 480,
        }}
        {...form.getInputProps('choices')}
        searchable
      />
    </FormFrame>
  )
}
