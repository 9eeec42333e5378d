import { Skeleton } from '@mantine/core'
import { useRef } from 'react'
import { useAnswer } from '../../../api/queries.ts'
import { Page } from '../../../shared/page.tsx'
import { Trouble } from '../../../shared/trouble.tsx'
import type { Flow } from '../graph/flow.ts'
import { PublishButton } from '../versions/publish-button.tsx'
import { EditorProvider, useEditor } from './editor-context.tsx'
import { EditorFrame } from './editor-frame.tsx'
import { Toolbar } from './toolbar.tsx'

/** One flow in its editor. */
export default function FlowPage({ flowId }: { readonly flowId: string }) {
  const { data, error, refetch, isStale, isFetching } = useAnswer('GET /flows/{flowId}', [{ path: { flowId } }])
  // The draft belongs to the editor from the moment it opens: what is read later is not put over what is drawn.
  const opened = useRef<Flow>(undefined)
  if (data !== undefined && !(isStale && isFetching)) opened.current ??= data
  if (opened.current !== undefined) {
    return (
      <EditorProvider flow={opened.current}>
        <Opened />
      </EditorProvider>
    )
  }
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />
  return <Skeleton height={480} />
}

function Opened() {
  const { flow } = useEditor()
  return (
    <Page title={flow.name} actions={<PublishButton />}>
      <Toolbar />
      <EditorFrame />
    </Page>
  )
}
