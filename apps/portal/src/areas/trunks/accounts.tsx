import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../api/queries.ts'
import { useMayChange } from '../../session/may-change.tsx'
import { useConfirm } from '../../shared/confirm.tsx'
import { readableNumbers } from '../../shared/destinations/readable-numbers.ts'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { NewAccounts } from './new-accounts.tsx'
import { trunkTexts } from './texts.ts'
import { type Account, REFRESHED, type Trunk } from './trunk.ts'

/** The accounts of a PBX that registers. */
export function Accounts({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const mayChange = useMayChange()
  const confirm = useConfirm()
  const { failed } = useNotices()
  const [renewed, setRenewed] = useState<Account>()
  const renew = useChange('POST /customer-trunks/{trunkId}/logins/{loginId}/password', REFRESHED)
  const ask = async (loginId: string, username: string): Promise<void> => {
    const question = { title: texts.renewTitle(username), consequence: texts.renewConsequence, act: texts.renewAct }
    if (!(await confirm(question))) return
    await renew.mutateAsync([{ path: { trunkId: trunk.id, loginId } }]).then(setRenewed, failed)
  }
  return (
    <Section title={texts.accounts} about={texts.accountsAbout}>
      {trunk.logins.map(({ id, username, block }) => (
        <Group key={id} justify="space-between">
          <Stack gap={0}>
            <Text>{username}</Text>
            <Text size="sm">{block === null ? texts.forAll : texts.forBlock(readableNumbers(block))}</Text>
          </Stack>
          {mayChange ? (
            <Button variant="default" size="xs" aria-label={texts.renew(username)} onClick={() => void ask(id, username)}>
              {texts.renewAct}
            </Button>
          ) : null}
        </Group>
      ))}
      {renewed === undefined ? null : <NewAccounts accounts={[renewed]} />}
    </Section>
  )
}
