import { Stack } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { SecretOnce } from '../../shared/secret-once.tsx'
import { trunkTexts } from './texts.ts'
import type { Account } from './trunk.ts'

/** Accounts whose passwords are readable only now. */
export function NewAccounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const texts = useTexts(trunkTexts)
  return (
    <Stack gap="sm">
      {accounts.map(({ loginId, username, password, domain, block }) => (
        <SecretOnce
          key={loginId}
          title={`${username}@${domain} ${block === null ? '' : texts.forBlock(block)}`}
          about={texts.passwordOnce}
          label={texts.password(username)}
          value={password}
        />
      ))}
    </Stack>
  )
}
