import { Select, Stack, Switch } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { TargetSelect } from '../../shared/destinations/target-select.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import type { ClassValues } from './class-values.ts'
import { ruleTexts } from './texts.ts'

export type OutboundRules = Answer<'GET /outbound-rules'>

interface ClassFieldsProps<Values extends ClassValues> {
  readonly form: UseFormReturnType<Values>
  readonly rules: OutboundRules
  /** What counts where no class is chosen. */
  readonly otherwise: string
}

/** The class, and another one while a schedule is closed or open. */
export function ClassFields<Values extends ClassValues>({ form, rules, otherwise }: ClassFieldsProps<Values>) {
  const texts = useTexts(ruleTexts)
  const classes = useClasses(rules)
  const isTimed = form.values.isTimed
  return (
    <Stack gap="sm">
      <Select
        label={texts.class}
        description={texts.classHint}
        data={[{ value: '', label: otherwise }, ...classes]}
        allowDeselect={false}
        {...form.getInputProps('class')}
      />
      <Switch label={texts.timed} {...form.getInputProps('isTimed', { type: 'checkbox' })} />
      {isTimed ? <TimedFields form={form} classes={classes} /> : null}
    </Stack>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

function TimedFields<Values extends ClassValues>({
  form,
  classes,
}: {
  readonly form: UseFormReturnType<Values>
  readonly classes: readonly Choice[]
}) {
  const texts = useTexts(ruleTexts)
  const { value, onChange, error } = form.getInputProps('scheduleId') as {
    value: string | null
    onChange: (id: string | null) => void
    error?: string
  }
  return (
    <>
      <TargetSelect kind="schedule" label={texts.schedule} value={value} onChange={onChange} error={error} />
      <Select
        label={texts.when}
        data={[
          { value: 'closed', label: texts.whileClosed },
          { value: 'open', label: texts.whileOpen },
        ]}
        allowDeselect={false}
        {...form.getInputProps('when')}
      />
      <Select label={texts.classThen} data={[...classes]} allowDeselect={false} {...form.getInputProps('classThen')} />
    </>
  )
}

/** Those that the contract allows, by number and name. */
function useClasses({ classes, contractClass }: OutboundRules): readonly Choice[] {
  const { language } = useLanguage()
  return classes
    .filter((each) => each.class <= contractClass)
    .map((each) => ({ value: String(each.class), label: `${each.class}: ${each.title[language]}` }))
}
