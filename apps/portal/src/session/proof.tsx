import { Button, Divider, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { KeyRound } from 'lucide-react'
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { Problem } from '../api/problem.ts'
import { useTexts } from '../shared/language.tsx'
import { useNotices } from '../shared/notices.tsx'
import { sharedTexts } from '../shared/shared-texts.ts'
import { useSubmit } from '../shared/use-submit.ts'
import { canPasskeys, provePasskey } from './passkey.ts'
import { useApi } from './session-context.tsx'
import { signInTexts } from './sign-in-texts.ts'

/** Does the work; when the server wants to be shown again who it is, asks, and does it once more. Rejects as the work does when that is cancelled. */
type Proved = <T>(work: () => Promise<T>) => Promise<T>

const ProofContext = createContext<Proved>((work) => work())

/** `const proved = useProof()`, then `proved(() => change.mutateAsync(…))` for what changes by what somebody signs in. */
export function useProof(): Proved {
  return use(ProofContext)
}

export function ProofProvider({ children }: { readonly children: ReactNode }) {
  const texts = useTexts(signInTexts)
  const shared = useTexts(sharedTexts)
  const [isOpen, setOpen] = useState(false)
  const settle = useRef<(isProved: boolean) => void>(() => undefined)
  const proved = useCallback<Proved>(async (work) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'proof-required') throw error
      setOpen(true)
      const isProved = await new Promise<boolean>((resolve) => {
        settle.current = resolve
      })
      if (!isProved) throw error
      return work()
    }
  }, [])
  const answer = (isProved: boolean): void => {
    setOpen(false)
    settle.current(isProved)
  }
  return (
    <ProofContext value={proved}>
      {children}
      <Modal opened={isOpen} onClose={() => answer(false)} title={texts.proof} closeButtonProps={{ 'aria-label': shared.close }} centered>
        <Proof proved={() => answer(true)} cancel={() => answer(false)} />
      </Modal>
    </ProofContext>
  )
}

/** By the password, or by a passkey. */
function Proof({ proved, cancel }: { readonly proved: () => void; readonly cancel: () => void }) {
  const texts = useTexts(signInTexts)
  const shared = useTexts(sharedTexts)
  const api = useApi()
  const { failed } = useNotices()
  const form = useForm({ initialValues: { password: '' }, validate: { password: (given) => (given === '' ? shared.required : null) } })
  const submit = useSubmit(form, (body) => api('POST /me/proof', { body }).then(proved), { 'wrong-password': 'password' })
  const byPasskey = async (): Promise<void> => {
    const { challenge, options } = await api('POST /me/proof/passkey/options')
    const passkey = await provePasskey(options)
    if (passkey === undefined) return
    await api('POST /me/proof/passkey', { body: { challenge, passkey } })
    proved()
  }
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{texts.proofAbout}</Text>
        <PasswordInput label={texts.password} autoComplete="current-password" data-autofocus {...form.getInputProps('password')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            {shared.cancel}
          </Button>
          <Button type="submit" loading={submit.isBusy}>
            {texts.proveIt}
          </Button>
        </Group>
        {canPasskeys() ? (
          <>
            <Divider />
            <Button variant="default" leftSection={<KeyRound size={16} aria-hidden />} onClick={() => void byPasskey().catch(failed)}>
              {texts.proveByPasskey}
            </Button>
          </>
        ) : null}
      </Stack>
    </form>
  )
}
