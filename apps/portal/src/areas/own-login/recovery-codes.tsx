import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTexts } from '../../shared/language.tsx'
import { sharedTexts } from '../../shared/shared-texts.ts'
import { ownLoginTexts } from './texts.ts'

/** Recovery codes, which can be read this once. */
export function RecoveryCodes({ codes, kept }: { readonly codes: readonly string[]; readonly kept: () => void }) {
  const texts = useTexts(ownLoginTexts)
  const shared = useTexts(sharedTexts)
  return (
    <Alert color="yellow" variant="outline" title={texts.recoveryCodes}>
      <Stack gap="sm">
        <Text size="sm">{texts.recoveryCodesAbout}</Text>
        <SimpleGrid cols={2} spacing="xs">
          {codes.map((code) => (
            <Code key={code}>{code}</Code>
          ))}
        </SimpleGrid>
        <Group>
          <Button onClick={kept}>{texts.kept}</Button>
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? shared.copied : shared.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  )
}
