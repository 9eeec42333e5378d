import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../api/operation.ts'
import { useApi, useSession, useSessionDoor } from '../../session/session-context.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { AppSetUp } from './app-set-up.tsx'
import { PasswordProof } from './password-proof.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ownLoginTexts } from './texts.ts'

type Step =
  | { readonly kind: 'shown' | 'set-up' | 'new-codes' | 'remove' }
  | { readonly kind: 'scanning'; readonly app: Answer<'POST /me/totp'> }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }

/** An app for codes as second factor: set up, new recovery codes, switched off. */
export function SecondFactor() {
  const { login } = useSession()
  const texts = useTexts(ownLoginTexts)
  const format = useFormat()
  const about = login?.totp === true ? texts.secondFactorOn(format.number(login.recoveryCodes)) : texts.secondFactorOff
  return (
    <Section title={texts.secondFactor} about={about}>
      <Steps isOn={login?.totp === true} />
    </Section>
  )
}

function Steps({ isOn }: { readonly isOn: boolean }) {
  const texts = useTexts(ownLoginTexts)
  const api = useApi()
  const { look } = useSessionDoor()
  const { done } = useNotices()
  const [step, setStep] = useState<Step>({ kind: 'shown' })
  const cancel = (): void => setStep({ kind: 'shown' })
  const showCodes = async (codes: readonly string[]): Promise<void> => {
    setStep({ kind: 'codes', codes })
    await look()
  }
  const begin = async (password: string) => setStep({ kind: 'scanning', app: await api('POST /me/totp', { body: { password } }) })
  const renew = async (password: string) => showCodes((await api('POST /me/recovery-codes', { body: { password } })).recoveryCodes)
  const remove = async (password: string): Promise<void> => {
    await api('POST /me/totp/remove', { body: { password } })
    cancel()
    await look()
    done(texts.removed)
  }
  switch (step.kind) {
    case 'shown':
      return <Choices isOn={isOn} choose={(kind) => setStep({ kind })} />
    case 'set-up':
      return <PasswordProof act={texts.goOn} work={begin} cancel={cancel} />
    case 'new-codes':
      return <PasswordProof act={texts.newCodes} work={renew} cancel={cancel} />
    case 'remove':
      return <PasswordProof act={texts.remove} work={remove} cancel={cancel} />
    case 'scanning':
      return <AppSetUp app={step.app} confirmed={(codes) => void showCodes(codes)} cancel={cancel} />
    case 'codes':
      return <RecoveryCodes codes={step.codes} kept={cancel} />
  }
}

interface ChoicesProps {
  readonly isOn: boolean
  readonly choose: (kind: 'set-up' | 'new-codes' | 'remove') => void
}

function Choices({ isOn, choose }: ChoicesProps) {
  const texts = useTexts(ownLoginTexts)
  if (!isOn) {
    return (
      <Group>
        <Button onClick={() => choose('set-up')}>{texts.setUp}</Button>
      </Group>
    )
  }
  return (
    <Group>
      <Button variant="default" onClick={() => choose('new-codes')}>
        {texts.newCodes}
      </Button>
      <Button variant="light" color="red" onClick={() => choose('remove')}>
        {texts.remove}
      </Button>
    </Group>
  )
}
