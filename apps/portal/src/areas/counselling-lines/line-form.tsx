import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { useSubmit } from '../../shared/use-submit.ts'
import { type LineValues, listedNumber } from './line.ts'
import { lineTexts } from './texts.ts'

interface LineFormProps {
  readonly initial: LineValues
  /** Numbers that are on the list already. */
  readonly taken: readonly string[]
  readonly act: string
  /** Of what is there the number stays. */
  readonly isKnown?: boolean
  readonly save: (values: LineValues, number: string) => Promise<void>
  readonly more?: ReactNode
}

/** A line with its days. */
export function LineForm({ initial, taken, act, isKnown = false, save, more }: LineFormProps) {
  const texts = useTexts(lineTexts)
  const wrongNumber = (written: string): string | null => {
    const number = listedNumber(written)
    if (number === undefined) return texts.numberWrong
    return !isKnown && taken.includes(number) ? texts.numberThere : null
  }
  const form = useForm<LineValues>({
    initialValues: initial,
    validate: {
      number: wrongNumber,
      name: (name) => (name.trim() === '' ? texts.nameMissing : null),
      until: (until, { from }) => (until !== '' && until < from ? texts.untilWrong : null),
    },
  })
  const submit = useSubmit(form, async (values) => {
    await save(values, listedNumber(values.number) ?? values.number)
    if (!isKnown) form.reset()
  })
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput label={texts.number} description={texts.numberHint} required disabled={isKnown} {...form.getInputProps('number')} />
        <TextInput label={texts.name} required maxLength={200} {...form.getInputProps('name')} />
        <TextInput type="date" label={texts.from} description={texts.fromHint} {...form.getInputProps('from')} />
        <TextInput type="date" label={texts.until} description={texts.untilHint} {...form.getInputProps('until')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {act}
          </Button>
          {more}
        </Group>
      </Stack>
    </form>
  )
}
