import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { Trouble } from '../../../shared/trouble.tsx'
import { useEditor } from '../editor/editor-context.tsx'
import type { FlowVersion } from '../graph/flow.ts'
import { differenceOf, overlayOf } from './difference.ts'
import { DifferenceList } from './difference-list.tsx'
import { RollBack } from './roll-back.tsx'
import { versionsTexts } from './versions-texts.ts'

/** What was published, what the draft changes against it, and the way back. */
export function VersionsPanel() {
  const texts = useTexts(versionsTexts)
  const { flow } = useEditor()
  const { data, error, refetch } = useAnswer('GET /flows/{flowId}/versions', [{ path: { flowId: flow.id } }])
  const [compared, setCompared] = useState<number>()
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  if (data?.items.length === 0) return <Text c="dimmed">{texts.none}</Text>
  return (
    <Stack gap="sm">
      {data?.items.map((version) => (
        <Version key={version.version} version={version} isCompared={compared === version.version} compare={setCompared} />
      ))}
    </Stack>
  )
}

interface VersionProps {
  readonly version: FlowVersion
  readonly isCompared: boolean
  readonly compare: (version: number | undefined) => void
}

function Version({ version: { version, note, publishedAt, graph }, isCompared, compare }: VersionProps) {
  const texts = useTexts(versionsTexts)
  const { dateTime } = useFormat()
  const { done } = useNotices()
  const { flow, change, mayChange } = useEditor()
  const restore = (): void => {
    change((draft) => ({ ...draft, graph }))
    done(texts.restored(version))
  }
  return (
    <Paper withBorder p="xs" data-version={version}>
      <Group justify="space-between">
        <Text fw={700}>{texts.version(version)}</Text>
        {flow.version === version ? <Badge color="teal">{texts.inForce}</Badge> : null}
      </Group>
      <Text size="sm" c="dimmed">
        {dateTime(publishedAt)}
      </Text>
      {note === null ? null : <Text size="sm">{note}</Text>}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" aria-pressed={isCompared} onClick={() => compare(isCompared ? undefined : version)}>
          {isCompared ? texts.stopComparing : texts.compare}
        </Button>
        {mayChange ? (
          <Button size="compact-sm" variant="default" onClick={restore}>
            {texts.restore}
          </Button>
        ) : null}
        {mayChange && flow.version !== version ? <RollBack version={version} graph={graph} /> : null}
      </Group>
      {isCompared ? <Compared version={version} graph={graph} /> : null}
    </Paper>
  )
}

function Compared({ version, graph }: Pick<FlowVersion, 'version' | 'graph'>) {
  const texts = useTexts(versionsTexts)
  const { draft, cover } = useEditor()
  useEffect(() => {
    cover(overlayOf(graph, differenceOf(graph, draft.graph)))
    return () => cover({})
  }, [graph, draft.graph, cover])
  return (
    <section aria-label={texts.comparing(version)}>
      <Text size="sm" fw={700} mt="xs">
        {texts.comparing(version)}
      </Text>
      <DifferenceList difference={differenceOf(graph, draft.graph)} />
    </section>
  )
}
