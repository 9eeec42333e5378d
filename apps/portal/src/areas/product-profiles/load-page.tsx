import { Alert, Button, FileButton, Group, List, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../api/operation.ts'
import { useAnswer, useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Page } from '../../shared/page.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { profileTexts } from './texts.ts'

type Checked = Answer<'POST /product-profiles/check'>

/** A profile is chosen, looked at, checked and loaded. */
export function LoadPage() {
  const texts = useTexts(profileTexts)
  const shared = useTexts(sharedTexts)
  const mayChange = useMayChange()
  const [, go] = useLocation()
  const { done } = useNotices()
  const [checked, setChecked] = useState<Checked>()
  const check = useChange('POST /product-profiles/check', { refreshes: [] })
  const load = useChange('POST /product-profiles', { refreshes: ['/product-profiles'] })
  const form = useForm({
    initialValues: { yaml: '', file: 'profile.yaml' },
    validate: { yaml: (text) => (text.trim() === '' ? shared.required : null) },
    onValuesChange: () => setChecked(undefined),
  })
  const submit = useSubmit(form, async (body) => {
    const result = await check.mutateAsync([{ body }])
    setChecked(result)
    if (result.faults.length > 0) return
    const { id } = await load.mutateAsync([{ body }])
    done(texts.loaded)
    go(`/${id}`)
  })
  const look = useSubmit(form, async (body) => setChecked(await check.mutateAsync([{ body }])))
  return (
    <Page title={texts.add}>
      <form onSubmit={submit.onSubmit} noValidate>
        <Stack maw={900}>
          <Sources put={(file, yaml) => form.setValues({ file, yaml })} />
          <Textarea
            label={texts.text}
            autosize
            minRows={8}
            maxRows={24}
            ff="monospace"
            spellCheck={false}
            required
            {...form.getInputProps('yaml')}
          />
          {checked === undefined ? null : <Faults faults={checked.faults} />}
          {mayChange ? (
            <Group>
              <Button type="submit" loading={submit.isBusy}>
                {texts.load}
              </Button>
              <Button variant="default" loading={look.isBusy} onClick={() => look.onSubmit()}>
                {texts.check}
              </Button>
            </Group>
          ) : null}
        </Stack>
      </form>
    </Page>
  )
}

function Sources({ put }: { readonly put: (file: string, yaml: string) => void }) {
  const texts = useTexts(profileTexts)
  const { data } = useAnswer('GET /example-product-profiles', [{}])
  const examples = data?.items ?? []
  const read = (file: File | null): void => {
    if (file !== null) void file.text().then((text) => put(file.name, text))
  }
  return (
    <Group align="flex-end">
      <Select
        label={texts.example}
        description={texts.exampleHint}
        data={examples.map(({ file }) => file)}
        value={null}
        onChange={(file) => put(file ?? '', examples.find((example) => example.file === file)?.yaml ?? '')}
      />
      <FileButton onChange={read} accept=".yaml,.yml,.json">
        {(props) => (
          <Button variant="default" {...props}>
            {texts.file}
          </Button>
        )}
      </FileButton>
    </Group>
  )
}

function Faults({ faults }: Checked) {
  const texts = useTexts(profileTexts)
  const { language } = useLanguage()
  if (faults.length === 0) return <Alert role="status">{texts.noFaults}</Alert>
  return (
    <Alert color="red" role="status" title={texts.faults(String(faults.length))}>
      <List size="sm">
        {faults.map((fault) => (
          <List.Item key={fault.text.en}>{fault.text[language]}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
