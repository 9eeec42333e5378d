import { Button, Group, Stack, Text } from '@mantine/core'
import { KeyRound, Printer } from 'lucide-react'
import { useState } from 'react'
import { useChange } from '../../api/queries.ts'
import { useConfirm } from '../../shared/confirm.tsx'
import { Copyable } from '../../shared/copyable.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { SecretOnce } from '../../shared/secret-once.tsx'
import { type Login, stateOf } from './login.ts'
import { loginTexts } from './texts.ts'

/** For who has never signed in: a password to be handed on, shown this once, to be copied or printed. */
export function FirstPassword({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  const confirm = useConfirm()
  const { failed } = useNotices()
  const [password, setPassword] = useState<string>()
  const give = useChange('POST /logins/{loginId}/first-password', { refreshes: ['/logins'] })
  const state = stateOf(login)
  const ask = async (): Promise<void> => {
    const { firstPasswordTitle: title, firstPasswordConsequence: consequence, firstPasswordShow: act } = texts
    if (!(await confirm({ title, consequence, act }))) return
    await give.mutateAsync([{ path: { loginId: login.id } }]).then(({ initialPassword }) => setPassword(initialPassword), failed)
  }
  if (password !== undefined) return <Sheet login={login} password={password} />
  if (state !== 'invited' && state !== 'never') return null
  return (
    <Button variant="default" loading={give.isPending} onClick={() => void ask()} leftSection={<KeyRound size={16} aria-hidden />}>
      {texts.firstPasswordShow}
    </Button>
  )
}

/** All that somebody needs to sign in for the first time. */
function Sheet({ login: { email }, password }: { readonly login: Login; readonly password: string }) {
  const texts = useTexts(loginTexts)
  return (
    <Stack gap="xs" w="100%">
      <SecretOnce title={texts.firstPassword} about={texts.firstPasswordOnce} label={texts.firstPassword} value={password} />
      <Copyable label={texts.portalAddress} value={location.origin} />
      <Copyable label={texts.email} value={email} />
      <Text size="sm">{texts.handOverThen}</Text>
      <Group>
        <Button variant="default" leftSection={<Printer size={16} aria-hidden />} onClick={() => print()}>
          {texts.print}
        </Button>
      </Group>
    </Stack>
  )
}
