import { Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useAnswer, useChange } from '../../api/queries.ts'
import { FormFrame } from '../../shared/editing/form-frame.tsx'
import { useEdit } from '../../shared/editing/use-edit.ts'
import { useTexts } from '../../shared/language.tsx'
import { Page } from '../../shared/page.tsx'
import { Trouble } from '../../shared/trouble.tsx'
import { bodyOf, FIELDS, type IssuerAnswer, type IssuerValues, valuesOf } from './issuer.ts'
import { runTexts } from './texts.ts'

/** Who issues the invoices. */
export function IssuerPage() {
  const texts = useTexts(runTexts)
  const { data, error, refetch } = useAnswer('GET /invoice-issuer', [])
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return (
    <Page title={texts.issuer} about={texts.issuerAbout}>
      {data === undefined ? <Skeleton height={240} /> : <Edited answer={data} />}
    </Page>
  )
}

function Edited({ answer }: { readonly answer: IssuerAnswer }) {
  const texts = useTexts(runTexts)
  const change = useChange('PATCH /invoice-issuer', { refreshes: ['/invoice-issuer'] })
  const form = useForm<IssuerValues>({ initialValues: valuesOf(answer) })
  const submit = useEdit({
    ...{ form, thing: answer, valuesOf, canUndo: answer.details !== null },
    save: (values, ifMatch) => change.mutateAsync([{ body: bodyOf(values, answer), ifMatch }]),
  })
  return (
    <FormFrame act="save" submit={submit}>
      <Stack maw={480}>
        {FIELDS.map(({ name, isNeeded }) => (
          <TextInput key={name} label={texts[name]} required={isNeeded} maxLength={100} {...form.getInputProps(name)} />
        ))}
      </Stack>
    </FormFrame>
  )
}
