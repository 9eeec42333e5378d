import { Button, Stack, Title } from '@mantine/core'
import { Phone } from 'lucide-react'
import { useState } from 'react'
import type { Answer, Entry } from '../../api/operation.ts'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useApi } from '../../session/session-context.tsx'
import { useConfirm } from '../confirm.tsx'
import type { Column } from '../data-list/columns.ts'
import { DataList } from '../data-list/data-list.tsx'
import { useFormat } from '../format.ts'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { SipAccount } from './sip-account.tsx'
import { sipAccountTexts } from './sip-account-texts.ts'
import { SipServer, useSipAccess } from './sip-server.tsx'

type Extension = Pick<Entry<'GET /extensions'>, 'id' | 'sipUsername'>
type Registration = Entry<'GET /registrations'>

const AGAIN_MS = 5_000

/** Which phones are registered, and what is entered in them. */
export function Devices({ extension }: { readonly extension: Extension }) {
  const texts = useTexts(sipAccountTexts)
  const api = useApi()
  const query = { extensionId: extension.id }
  return (
    <Stack>
      <Title order={2} size="h4">
        {texts.registered}
      </Title>
      <DataList
        name={texts.registered}
        source={{
          key: ['GET /registrations', query],
          page: (cursor) => api('GET /registrations', { query: { ...query, ...cursor } }),
          everyMs: AGAIN_MS,
        }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ icon: Phone, title: texts.nonRegistered, text: texts.nonRegisteredHint }}
      />
      <Account extension={extension} />
    </Stack>
  )
}

function useColumns(): readonly Column<Registration>[] {
  const texts = useTexts(sipAccountTexts)
  const format = useFormat()
  return [
    { key: 'device', title: texts.device, cell: ({ userAgent, contact }) => userAgent ?? contact },
    {
      key: 'address',
      title: texts.address,
      cell: ({ transport, remoteAddress, remotePort }) => `${transport} ${remoteAddress}:${remotePort}`,
    },
    {
      key: 'sign-off',
      title: texts.signOff,
      cell: ({ id, userAgent, contact }) => <SignOff id={id} name={userAgent ?? contact} />,
      width: '8rem',
    },
    { key: 'until', title: texts.until, cell: ({ expiresAt }) => format.when(expiresAt), wideOnly: true },
  ]
}

/** The device may come back: whoever wants to keep it away makes a new account. */
function SignOff({ id: registrationId, name }: { readonly id: string; readonly name: string }) {
  const texts = useTexts(sipAccountTexts)
  const mayChange = useMayChange()
  const { done, failed } = useNotices()
  const remove = useChange('DELETE /registrations/{registrationId}', { refreshes: ['/registrations', '/presence'] })
  const signOff = (): void => void remove.mutateAsync([{ path: { registrationId } }]).then(() => done(texts.signedOff), failed)
  if (!mayChange) return null
  return (
    <Button size="compact-sm" variant="default" loading={remove.isPending} onClick={signOff} aria-label={`${texts.signOff}: ${name}`}>
      {texts.signOff}
    </Button>
  )
}

function Account({ extension }: { readonly extension: Extension }) {
  const texts = useTexts(sipAccountTexts)
  const [account, setAccount] = useState<Answer<'POST /extensions/{extensionId}/sip-account'>>()
  const access = useSipAccess()
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { failed } = useNotices()
  const renew = useChange('POST /extensions/{extensionId}/sip-account', { refreshes: ['/extensions', '/registrations'] })
  const ask = async (): Promise<void> => {
    if (!(await confirm({ title: texts.renewTitle, consequence: texts.renewConsequence, act: texts.renew }))) return
    await renew.mutateAsync([{ path: { extensionId: extension.id } }]).then(setAccount, failed)
  }
  return (
    <Stack align="flex-start">
      <Title order={2} size="h4">
        {texts.title}
      </Title>
      {access === undefined ? null : <SipServer access={access} />}
      {account === undefined ? `${texts.username}: ${extension.sipUsername}` : <SipAccount account={account} />}
      {mayChange ? (
        <Button variant="default" loading={renew.isPending} onClick={() => void ask()}>
          {texts.renew}
        </Button>
      ) : null}
    </Stack>
  )
}
