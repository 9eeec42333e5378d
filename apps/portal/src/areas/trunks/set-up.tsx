import { Button, Group, Text } from '@mantine/core'
import { Download } from 'lucide-react'
import type { Entry } from '../../api/operation.ts'
import { useAnswer } from '../../api/queries.ts'
import { useApi } from '../../session/session-context.tsx'
import { Copyable } from '../../shared/copyable.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useNotices } from '../../shared/notices.tsx'
import { Section } from '../../shared/section.tsx'
import { trunkTexts } from './texts.ts'
import type { Trunk } from './trunk.ts'

type System = Entry<'GET /customer-trunks/{trunkId}/configurations'>

/** Ready settings for the usual PBXes, and where those find them that set themselves up. */
export function SetUp({ trunk }: { readonly trunk: Trunk }) {
  const texts = useTexts(trunkTexts)
  const api = useApi()
  const { failed } = useNotices()
  const path = { trunkId: trunk.id }
  const { data } = useAnswer('GET /customer-trunks/{trunkId}/configurations', [{ path }])
  const load = ({ system }: System): void => {
    api('GET /customer-trunks/{trunkId}/configurations/{system}', { path: { ...path, system } }).then(saveFile, failed)
  }
  return (
    <Section title={texts.setUp} about={texts.setUpAbout}>
      <Group gap="xs">
        {(data?.items ?? []).map((each) => (
          <Button key={each.system} variant="default" size="xs" leftSection={<Download size={16} aria-hidden />} onClick={() => load(each)}>
            {each.title}
          </Button>
        ))}
      </Group>
      <Copyable label={texts.capability} value={`${location.origin}/api/v1/customer-trunks/${trunk.id}/capability-set`} />
      <Text size="sm">{texts.capabilityHint}</Text>
    </Section>
  )
}

function saveFile({ text, fileName, mediaType }: { readonly text: string; readonly fileName: string; readonly mediaType: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  URL.revokeObjectURL(url)
}
