import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link, useLocation } from 'wouter'
import { useChange } from '../../api/queries.ts'
import { useCustomer } from '../../session/customer.tsx'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { FillingFields } from './templates/filling-fields.tsx'
import { draftFrom, type Filling, NOTHING_CHOSEN, TEMPLATES, type Template } from './templates/templates.ts'
import { flowTexts } from './texts.ts'

interface Values {
  readonly name: string
  readonly number: string
  readonly template: Template
  readonly filling: Filling
}

/** What may be an internal number; empty: none. */
export function isNumberOrNone(text: string): boolean {
  return text === '' || /^[1-9]\d{1,5}$/.test(text)
}

/** At which field a problem without one is shown. */
export const FLOW_PROBLEM_FIELDS = { 'flow-name-taken': 'name', 'extension-taken': 'number', 'internal-number-taken': 'number' }

/** A new flow: its name, and a template to begin with. */
export function NewFlowPage() {
  const texts = useTexts(flowTexts)
  const shared = useTexts(sharedTexts)
  const form = useNewFlow()
  const submit = useCreate(form)
  return (
    <Page title={texts.add} about={texts.about}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack maw={640}>
          <TextInput label={texts.name} required maxLength={100} {...form.getInputProps('name')} />
          <TextInput label={texts.number} description={texts.numberHint} inputMode="numeric" {...form.getInputProps('number')} />
          <Radio.Group label={texts.template} description={texts.templateHint} {...form.getInputProps('template')}>
            <Stack gap="xs" mt="xs">
              {TEMPLATES.map((template) => (
                <Radio key={template} value={template} label={texts[template]} description={texts[`${template}About`]} />
              ))}
            </Stack>
          </Radio.Group>
          <FillingFields
            template={form.values.template}
            filling={form.values.filling}
            change={(filling) => form.setFieldValue('filling', filling)}
          />
          <Group>
            <Button type="submit" loading={submit.isBusy}>
              {shared.create}
            </Button>
            <Button component={Link} href="/" variant="default">
              {shared.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

function useNewFlow() {
  const texts = useTexts(flowTexts)
  const shared = useTexts(sharedTexts)
  const initialValues: Values = { name: '', number: '', template: 'reception', filling: NOTHING_CHOSEN }
  return useForm<Values>({
    initialValues,
    validate: {
      name: (name) => (name.trim() === '' ? shared.required : null),
      number: (number) => (isNumberOrNone(number.trim()) ? null : texts.numberWrong),
    },
  })
}

function useCreate(form: ReturnType<typeof useNewFlow>) {
  const customer = useCustomer()
  const [, go] = useLocation()
  const create = useChange('POST /flows', { refreshes: ['/flows'] })
  const work = async ({ name, number, template, filling }: Values): Promise<void> => {
    const draft = draftFrom(template, filling)
    const { id } = await create.mutateAsync([{ body: { ...customer, name, number: number.trim() || null, draft } }])
    go(`/${id}`)
  }
  return useSubmit(form, work, FLOW_PROBLEM_FIELDS)
}
