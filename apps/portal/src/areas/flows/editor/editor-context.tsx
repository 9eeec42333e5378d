import { useLocalStorage } from '@mantine/hooks'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { mayChange } from '../../../session/session.ts'
import { useSession } from '../../../session/session-context.tsx'
import { useLanguage } from '../../../shared/language.tsx'
import { BLOCK_TEXTS } from '../block-texts.ts'
import { type Structure, structureOf } from '../graph/check.ts'
import { addBlock, freeName } from '../graph/edits.ts'
import { exitsOf } from '../graph/exits.ts'
import { type BlockKind, type BlockOf, type Flow, type FlowBlock, MAX_BLOCKS, type Place } from '../graph/flow.ts'
import { BLOCK_WIDTH, freePlace, placesOf } from '../graph/lay-out.ts'
import { newBlock } from '../graph/new-block.ts'
import { type StoredDraft, useStoredDraft } from './use-stored-draft.ts'

/** The parts beside the canvas. */
export type Panel = 'block' | 'flow' | 'problems' | 'test' | 'examples' | 'versions'

/** How a block differs from another version. */
export type Mark = 'added' | 'changed' | 'removed'

/** What is shown over the drawing: the way of a tried call, or the difference to a version. */
export interface Overlay {
  /** Blocks and exits (`block:exit`) that the call has gone through so far. */
  readonly passed?: ReadonlySet<string>
  /** Where it is. */
  readonly at?: string
  readonly marks?: ReadonlyMap<string, Mark>
  /** Blocks of the other version that are no more. */
  readonly ghosts?: readonly FlowBlock[]
}

export interface Editor extends StoredDraft {
  readonly mayChange: boolean
  readonly structure: Structure
  readonly places: Readonly<Record<string, Place>>
  readonly chosen: ReadonlySet<string>
  readonly choose: (...ids: readonly string[]) => void
  readonly panel: Panel
  readonly open: (panel: Panel) => void
  /** The part beside the drawing is put away, so that there is more room to draw; the browser remembers it. */
  readonly isFolded: boolean
  readonly fold: (isFolded: boolean) => void
  readonly overlay: Overlay
  readonly cover: (overlay: Overlay) => void
  /** Puts a new block at a place, or behind the chosen one, and chooses it. */
  readonly add: (kind: BlockKind, at?: Place) => void
}

const EditorContext = createContext<Editor | undefined>(undefined)

export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (editor === undefined) throw new Error('useEditor outside EditorProvider')
  return editor
}

const NOTHING: Overlay = {}

export function EditorProvider({ flow, children }: { readonly flow: Flow; readonly children: ReactNode }) {
  const stored = useStoredDraft(flow)
  const session = useSession()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [panel, open] = useState<Panel>('block')
  const [isFolded, fold] = useLocalStorage({ key: 'klinke.flow-panel-folded', defaultValue: false })
  const [overlay, cover] = useState(NOTHING)
  const { draft } = stored
  const structure = useMemo(() => structureOf(draft.graph), [draft.graph])
  const places = useMemo(() => placesOf(draft.graph, draft.layout), [draft.graph, draft.layout])
  const choose = useCallback((...ids: readonly string[]) => setChosen(new Set(ids)), [])
  const add = useAdd(stored, places, chosen, (id) => {
    choose(id)
    open('block')
  })
  const editor = {
    ...stored,
    structure,
    places,
    chosen,
    choose,
    panel,
    open,
    isFolded,
    fold,
    overlay,
    cover,
    add,
    mayChange: mayChange(session, 'routing'),
  }
  return <EditorContext value={editor}>{children}</EditorContext>
}

function useAdd(
  { draft, change }: StoredDraft,
  places: Editor['places'],
  chosen: ReadonlySet<string>,
  added: (id: string) => void,
): Editor['add'] {
  const { language } = useLanguage()
  return (kind, at) => {
    const { graph } = draft
    if (graph.blocks.length >= MAX_BLOCKS) return
    const id = freeName(graph, BLOCK_TEXTS[kind].word[language])
    const before = at === undefined ? graph.blocks.find((block) => chosen.has(block.id)) : undefined
    const exit = before && freeExit(before)
    const place = at ?? placeBehind(before, places)
    // What is placed by itself so far stays where it is.
    change((drawn) =>
      addBlock(
        { ...drawn, layout: { ...places, ...drawn.layout } },
        newBlock(kind, id),
        place,
        before && exit ? { block: before.id, exit } : undefined,
      ),
    )
    added(id)
  }
}

/** The exit that a block added behind another is led to from: the first that leads nowhere; of a menu the next key. */
function freeExit(block: FlowBlock): string | undefined {
  if (block.kind === 'menu') return nextKeyExit(block)
  return exitsOf(block).find(({ to }) => to === undefined)?.name
}

/** The exit of the next key of a menu that leads nowhere yet. */
export function nextKeyExit({ keys }: BlockOf<'menu'>): string | undefined {
  const free = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'].find((key) => !Object.hasOwn(keys, key))
  return free && `keys.${free}`
}

const STEP_RIGHT = BLOCK_WIDTH + 60

function placeBehind(before: FlowBlock | undefined, places: Editor['places']): Place {
  const place = before && places[before.id]
  const all = Object.values(places)
  if (place !== undefined) return freePlace({ x: place.x + STEP_RIGHT, y: place.y }, places)
  return freePlace({ x: all.length === 0 ? 0 : Math.min(...all.map(({ x }) => x)), y: 0 }, places)
}
