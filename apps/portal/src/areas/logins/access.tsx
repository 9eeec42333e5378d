import { Button, Group, Text } from '@mantine/core'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useSession } from '../../session/session-context.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { useFormat } from '../../shared/format.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { FirstPassword } from './first-password.tsx'
import { type Login, stateOf } from './login.ts'
import { loginTexts } from './texts.ts'

/** How the person signs in, and what helps when that does not work or shall end. */
export function Access({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  const mayChange = useMayChange()
  return (
    <Section title={texts.access}>
      <Text size="sm">{`${useStateSaid(login)} ${login.hasSecondFactor ? texts.hasSecondFactor : texts.noSecondFactor}`}</Text>
      {mayChange ? (
        <Group>
          <Invitation login={login} />
          <FirstPassword login={login} />
          {login.hasSecondFactor ? <Reset login={login} /> : null}
          <Disabling login={login} />
        </Group>
      ) : null}
    </Section>
  )
}

function useStateSaid(login: Login): string {
  const texts = useTexts(loginTexts)
  const format = useFormat()
  switch (stateOf(login)) {
    case 'disabled':
      return texts.disabledSaid
    case 'invited':
      return texts.invitedUntil(format.dateTime(login.invitedUntil ?? ''))
    case 'never':
      return texts.neverSaid
    case 'active':
      return texts.activeSaid(format.dateTime(login.lastSignedInAt ?? ''))
  }
}

const REFRESHED = { refreshes: ['/logins'] }

function Invitation({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const path = { loginId: login.id }
  const send = useChange('POST /logins/{loginId}/invitation', REFRESHED)
  const revoke = useChange('DELETE /logins/{loginId}/invitation', REFRESHED)
  const state = stateOf(login)
  const { sendsMail } = useSession()
  if (state === 'active' || state === 'disabled') return null
  if (!sendsMail) return null
  const invite = (): Promise<void> => send.mutateAsync([{ path }]).then(() => done(texts.inviteSent), failed)
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.revokeTitle, consequence: texts.revokeConsequence, act: texts.revoke }))) return
    await revoke.mutateAsync([{ path }]).then(() => done(texts.revoked), failed)
  }
  return (
    <>
      <Button variant="default" loading={send.isPending} onClick={() => void invite()}>
        {state === 'invited' ? texts.inviteAgain : texts.invite}
      </Button>
      {state === 'invited' ? (
        <Button variant="default" loading={revoke.isPending} onClick={() => void ask()}>
          {texts.revoke}
        </Button>
      ) : null}
    </>
  )
}

function Reset({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const reset = useChange('DELETE /logins/{loginId}/second-factor', REFRESHED)
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.resetTitle, consequence: texts.resetConsequence, act: texts.reset }))) return
    await reset.mutateAsync([{ path: { loginId: login.id } }]).then(() => done(texts.resetDone), failed)
  }
  return (
    <Button variant="default" loading={reset.isPending} onClick={() => void ask()}>
      {texts.reset}
    </Button>
  )
}

function Disabling({ login }: { readonly login: Login }) {
  const texts = useTexts(loginTexts)
  const confirm = useConfirm()
  const { done, failed } = useNotices()
  const change = useChange('PATCH /logins/{loginId}', REFRESHED)
  const set = (disabled: boolean) => change.mutateAsync([{ path: { loginId: login.id }, body: { disabled } }])
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.disableTitle(login.name), consequence: texts.disableConsequence, act: texts.disable }))) return
    await set(true).then(() => done(texts.wasDisabled, () => set(false)), failed)
  }
  const enable = (): Promise<void> => set(false).then(() => done(texts.enabled), failed)
  return (
    <Button variant="default" loading={change.isPending} onClick={() => void (login.disabled ? enable() : ask())}>
      {login.disabled ? texts.enable : texts.disable}
    </Button>
  )
}
