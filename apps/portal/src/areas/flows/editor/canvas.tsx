import {
  Background,
  type Connection,
  Controls,
  type Edge,
  type EdgeChange,
  type NodeChange,
  type OnDelete,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useComputedColorScheme } from '@mantine/core'
import { type DragEvent, useMemo, useState } from 'react'
import { useTexts } from '../../../shared/language.tsx'
import { editorTexts } from '../editor-texts.ts'
import { beginWith, connect, moveBlocks, removeBlocks } from '../graph/edits.ts'
import type { Place } from '../graph/flow.ts'
import { BlockNode, NEW_KEY, StartNode } from './block-node.tsx'
import classes from './canvas.module.css'
import { type Editor, nextKeyExit, useEditor } from './editor-context.tsx'
import { DRAGGED_AS, kindOf } from './palette.tsx'
import { START, useEdges, useNodes } from './use-nodes.ts'

const NODE_TYPES = { block: BlockNode, start: StartNode }
const FIT = { padding: 0.15, maxZoom: 1 }

/** The flow as a graph that is drawn with the mouse, a finger, or the keyboard. */
export default function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  )
}

function Drawing() {
  const editor = useEditor()
  const scheme = useComputedColorScheme()
  const texts = useTexts(editorTexts)
  const { screenToFlowPosition } = useReactFlow()
  const [measured, setMeasured] = useState<Readonly<Record<string, { width: number; height: number }>>>({})
  const [dragged, setDragged] = useState<Readonly<Record<string, Place>>>({})
  const nodes = useNodes(editor, measured, dragged)
  const [chosenEdges, setChosenEdges] = useState<ReadonlySet<string>>(new Set())
  const edges = useEdges(editor).map((edge) => ({ ...edge, selected: chosenEdges.has(edge.id) }))
  const changeNodes = (changes: readonly NodeChange[]): void => {
    setMeasured((known) => ({ ...known, ...sizesIn(changes) }))
    choosing(changes, editor)
    moving(changes, editor, setDragged)
  }
  const drop = (event: DragEvent): void => {
    const kind = kindOf(event.dataTransfer.getData(DRAGGED_AS))
    if (kind === undefined) return
    event.preventDefault()
    editor.add(kind, screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  }
  return (
    <section className={classes.canvas} aria-label={texts.canvas} onDragOver={allowDrop} onDrop={drop}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={scheme}
        onNodesChange={changeNodes}
        onEdgesChange={(changes) => setChosenEdges((before) => chosenAfter(before, changes))}
        onConnect={(connection) => connecting(connection, editor)}
        onReconnect={(_edge, connection) => connecting(connection, editor)}
        onDelete={deleting(editor)}
        onNodeDoubleClick={() => {
          editor.open('block')
          editor.fold(false)
        }}
        nodesDraggable={editor.mayChange}
        nodesConnectable={editor.mayChange}
        deleteKeyCode={editor.mayChange ? DELETE_KEYS : null}
        ariaLabelConfig={useAriaLabels()}
        fitView
        fitViewOptions={FIT}
        minZoom={0.1}
      >
        <Background />
        <Controls showInteractive={false} fitViewOptions={FIT} />
      </ReactFlow>
    </section>
  )
}

const DELETE_KEYS = ['Delete', 'Backspace']

function allowDrop(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(DRAGGED_AS)) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
}

function useAriaLabels() {
  const texts = useTexts(editorTexts)
  return useMemo(
    () => ({
      'node.a11yDescription.default': texts.nodeHelp,
      'node.a11yDescription.keyboardDisabled': texts.nodeHelp,
      'node.a11yDescription.ariaLiveMessage': () => texts.moved,
      'edge.a11yDescription.default': texts.edgeHelp,
      'controls.ariaLabel': texts.controls,
      'controls.zoomIn.ariaLabel': texts.zoomIn,
      'controls.zoomOut.ariaLabel': texts.zoomOut,
      'controls.fitView.ariaLabel': texts.fitView,
    }),
    [texts],
  )
}

function sizesIn(changes: readonly NodeChange[]): Readonly<Record<string, { width: number; height: number }>> {
  const sizes = changes.flatMap((change) =>
    change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : [],
  )
  return Object.fromEntries(sizes)
}

function choosing(changes: readonly NodeChange[], { chosen, choose, open }: Editor): void {
  const selections = changes.filter((change) => change.type === 'select')
  if (selections.length === 0) return
  const next = new Set(chosen)
  for (const { id, selected } of selections) {
    if (selected && id !== START) next.add(id)
    else next.delete(id)
  }
  choose(...next)
  if (next.size === 1) open('block')
}

function chosenAfter(before: ReadonlySet<string>, changes: readonly EdgeChange[]): ReadonlySet<string> {
  const chosen = new Set(before)
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) chosen.add(change.id)
    else chosen.delete(change.id)
  }
  return chosen
}

/** While a block is dragged it is only shown elsewhere; when it is let go of, that is one change. Arrow keys move at once. */
function moving(
  changes: readonly NodeChange[],
  { change, places }: Editor,
  setDragged: (places: Readonly<Record<string, Place>>) => void,
): void {
  const moves = changes.filter((each) => each.type === 'position').filter(({ id, position }) => position !== undefined && id !== START)
  if (moves.length === 0) return
  const to = Object.fromEntries(moves.flatMap(({ id, position }) => (position === undefined ? [] : [[id, rounded(position)] as const])))
  const isGoingOn = moves.some(({ dragging }) => dragging)
  setDragged(isGoingOn ? to : {})
  if (!isGoingOn) change((draft) => moveBlocks(draft, { ...places, ...draft.layout, ...to }), `move ${Object.keys(to).join(' ')}`)
}

function rounded({ x, y }: Place): Place {
  return { x: Math.round(x), y: Math.round(y) }
}

function connecting({ source, sourceHandle, target }: Connection, { change, draft }: Editor): void {
  const from = draft.graph.blocks.find(({ id }) => id === source)
  const exit = sourceHandle === NEW_KEY && from?.kind === 'menu' ? nextKeyExit(from) : sourceHandle
  if (source === START) change((drawn) => beginWith(drawn, target))
  else if (target !== START && exit) change((drawn) => connect(drawn, source, exit, target))
}

function deleting({ change, choose }: Editor): OnDelete {
  return ({ nodes, edges }) => {
    change((drawn) => {
      const cut = edges.filter(({ source }) => source !== START).reduce((draft, edge) => cutEdge(draft, edge), drawn)
      return removeBlocks(cut, new Set(nodes.map(({ id }) => id)))
    })
    choose()
  }
}

function cutEdge(draft: Editor['draft'], { source, sourceHandle }: Edge): Editor['draft'] {
  return sourceHandle ? connect(draft, source, sourceHandle, undefined) : draft
}
