import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useRefresh } from '../../api/queries.ts'
import { makePasskey } from '../../session/passkey.ts'
import { useApi } from '../../session/session-context.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { useSubmit } from '../../shared/use-submit.ts'
import { ownLoginTexts } from './texts.ts'

/** Name and password, then the device asks for fingerprint, face or PIN. */
export function NewPasskey({ close }: { readonly close: () => void }) {
  const texts = useTexts(ownLoginTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const refresh = useRefresh()
  const { done } = useNotices()
  const needed = (value: string): string | null => (value.trim() === '' ? shared.required : null)
  const form = useForm({ initialValues: { name: '', password: '' }, validate: { name: needed, password: needed } })
  const work = async ({ name, password }: { readonly name: string; readonly password: string }): Promise<void> => {
    const { challenge, options } = await api('POST /me/passkeys/options', { body: { password } })
    const passkey = await makePasskey(options)
    if (passkey === undefined) return done(texts.passkeyNotMade)
    await api('POST /me/passkeys', { body: { challenge, name: name.trim(), passkey } })
    done(texts.passkeyAdded)
    close()
    await refresh('/me/passkeys')
  }
  const submit = useSubmit(form, work, { 'wrong-password': 'password' })
  return (
    <form onSubmit={submit.onSubmit} noValidate aria-label={texts.addPasskey}>
      <Stack gap="sm">
        <TextInput label={texts.passkeyName} description={texts.passkeyNameHint} maxLength={100} {...form.getInputProps('name')} />
        <PasswordInput label={texts.prove} autoComplete="current-password" {...form.getInputProps('password')} />
        <Group>
          <Button type="submit" loading={submit.isBusy}>
            {texts.addPasskey}
          </Button>
          <Button variant="default" onClick={close}>
            {shared.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
