import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Answer } from '../../api/operation.ts'
import { useApi } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { QrCode } from '../../shared/qr-code.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'

import { ownLoginTexts } from './texts.ts'

interface AppSetUpProps {
  readonly app: Answer<'POST /me/totp'>
  readonly confirmed: (recoveryCodes: readonly string[]) => void
  readonly cancel: () => void
}

/** The picture for the app, and its first code as the proof that it was read. */
export function AppSetUp({ app, confirmed, cancel }: AppSetUpProps) {
  const texts = useTexts(ownLoginTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const form = useForm({ initialValues: { code: '' }, validate: { code: (code) => (code.trim() === '' ? shared.required : null) } })
  const submit = useSubmit(
    form,
    async ({ code }) => confirmed((await api('POST /me/totp/confirm', { body: { code: code.replaceAll(' ', '') } })).recoveryCodes),
    { 'wrong-code': 'code' },
  )
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{texts.scan}</Text>
        <QrCode text={app.uri} label={texts.picture} />
        <Text size="sm">
          {texts.key}: <Code>{app.secret}</Code>
        </Text>
        <TextInput label={texts.code} inputMode="numeric" autoComplete="one-time-code" maw={220} {...form.getInputProps('code')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.confirm}
          </Button>
          <Button variant="default" onClick={cancel}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
