import { Alert, Button, Group, SegmentedControl, Tabs, Text } from '@mantine/core'
import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../../shared/language.tsx'
import { useNotices } from '../../../shared/notices.tsx'
import { editorTexts } from '../editor-texts.ts'
import { BlockPanel } from '../settings/block-panel.tsx'
import { ExamplesPanel } from '../trying/examples-panel.tsx'
import { TestPanel } from '../trying/test-panel.tsx'
import { VersionsPanel } from '../versions/versions-panel.tsx'
import Canvas from './canvas.tsx'
import classes from './editor.module.css'
import { type Panel, useEditor } from './editor-context.tsx'
import { FlowPanel } from './flow-panel.tsx'
import { ListView } from './list-view.tsx'
import { Palette } from './palette.tsx'
import { ProblemsPanel } from './problems-panel.tsx'

/** Palette, drawing, and the parts beside it. */
export function EditorFrame() {
  const texts = useTexts(editorTexts)
  const [view, setView] = useState('graph')
  const { isFolded } = useEditor()
  return (
    <>
      <Conflict />
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          w="fit-content"
          aria-label={texts.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'graph', label: texts.graph },
            { value: 'list', label: texts.list },
          ]}
        />
        <FoldButton />
      </Group>
      <div className={classes.frame} data-folded={isFolded}>
        <Palette />
        <div className={classes.drawing}>{view === 'graph' ? <Canvas /> : <ListView />}</div>
        {isFolded ? null : <Panels />}
      </div>
    </>
  )
}

/** Puts the details away, and brings them back: on a small screen the drawing has the room. */
function FoldButton() {
  const texts = useTexts(editorTexts)
  const { isFolded, fold } = useEditor()
  const Icon = isFolded ? PanelRightOpen : PanelRightClose
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      aria-expanded={!isFolded}
      onClick={() => fold(!isFolded)}
    >
      {isFolded ? texts.unfold : texts.fold}
    </Button>
  )
}

const PANELS: readonly Panel[] = ['block', 'flow', 'problems', 'test', 'examples', 'versions']

function Panels() {
  const texts = useTexts(editorTexts)
  const { panel, open, flow } = useEditor()
  const count = flow.problems.length
  return (
    <section className={classes.panel} aria-label={texts.panels}>
      <Tabs value={panel} onChange={(value) => open(PANELS.find((each) => each === value) ?? 'block')} keepMounted={false}>
        <Tabs.List mb="sm">
          {PANELS.map((each) => (
            <Tabs.Tab key={each} value={each} px="xs">
              {each === 'problems' && count > 0 ? `${texts.problems} (${count})` : texts[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="block">
          <BlockPanel />
        </Tabs.Panel>
        <Tabs.Panel value="flow">
          <FlowPanel />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ProblemsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="test">
          <TestPanel />
        </Tabs.Panel>
        <Tabs.Panel value="examples">
          <ExamplesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsPanel />
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

/** Somebody else has stored another draft meanwhile: one of both must go. */
function Conflict() {
  const texts = useTexts(editorTexts)
  const { failed } = useNotices()
  const { saving, settle } = useEditor()
  if (saving.kind !== 'conflict') return null
  const choose = (whose: 'mine' | 'theirs'): void => void settle(whose).catch(failed)
  return (
    <Alert color="red" role="alert" title={texts.conflictTitle}>
      <Text size="sm">{texts.conflictText}</Text>
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={() => choose('theirs')}>
          {texts.takeTheirs}
        </Button>
        <Button size="xs" variant="default" onClick={() => choose('mine')}>
          {texts.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
