import { Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { PhoneIncoming } from 'lucide-react'
import { useLanguage, useTexts } from '../../../shared/language.tsx'
import { BLOCK_TEXTS, blockTexts } from '../block-texts.ts'
import { editorTexts } from '../editor-texts.ts'
import { type Exit, exitsOf } from '../graph/exits.ts'
import type { FlowBlock } from '../graph/flow.ts'
import classes from './canvas.module.css'
import { type Mark, nextKeyExit } from './editor-context.tsx'
import { KindIcon } from './kind-icon.tsx'
import { BlockDetail, useExitName } from './words.tsx'

export interface BlockData extends Record<string, unknown> {
  readonly block: FlowBlock
  readonly isWrong: boolean
  readonly isLost: boolean
  readonly isPassed: boolean
  readonly isAt: boolean
  readonly mark: Mark | undefined
}

export type BlockNodeType = Node<BlockData, 'block'>

/** The exit of a menu from which a new key is drawn. */
export const NEW_KEY = 'keys.new'

/** A block on the canvas: where it is entered on the left, its exits on the right. */
export function BlockNode({ data, selected }: NodeProps<BlockNodeType>) {
  const { language } = useLanguage()
  const texts = useTexts(editorTexts)
  const { block, isWrong, isLost, isPassed, isAt, mark } = data
  return (
    <div
      className={classes.block}
      data-block={block.id}
      data-chosen={selected}
      data-wrong={isWrong}
      data-lost={isLost}
      data-passed={isPassed}
      data-at={isAt}
      data-mark={mark}
    >
      <Handle type="target" position={Position.Left} style={{ top: 24 }} />
      <div className={classes.head}>
        <KindIcon kind={block.kind} />
        <span className={classes.kind}>{BLOCK_TEXTS[block.kind].name[language]}</span>
        <span className={classes.mark}>{mark === undefined ? (isAt ? texts.here : '') : texts[mark]}</span>
      </div>
      <div className={classes.detail}>
        <BlockDetail block={block} />
      </div>
      <div className={classes.name}>{block.id}</div>
      <Exits block={block} />
    </div>
  )
}

function Exits({ block }: { readonly block: FlowBlock }) {
  const texts = useTexts(blockTexts)
  const exits = exitsOf(block)
  const hasMore = block.kind === 'menu' && nextKeyExit(block) !== undefined
  if (exits.length === 0) return null
  return (
    <ul className={classes.exits}>
      {exits.map((exit) => (
        <ExitRow key={exit.name} block={block} exit={exit} />
      ))}
      {hasMore ? (
        <li className={classes.exitRow}>
          <div className={classes.exit} data-open>
            {texts.newKey}
          </div>
          <Handle type="source" id={NEW_KEY} position={Position.Right} />
        </li>
      ) : null}
    </ul>
  )
}

function ExitRow({ block, exit }: { readonly block: FlowBlock; readonly exit: Exit }) {
  const nameOf = useExitName()
  return (
    <li className={classes.exitRow}>
      <div className={classes.exit} data-open={exit.to === undefined}>
        {nameOf(block, exit.name)}
      </div>
      <Handle type="source" id={exit.name} position={Position.Right} />
    </li>
  )
}

export type StartNodeType = Node<Record<string, never>, 'start'>

/** Where calls come in; led to the block with which the flow begins. */
export function StartNode() {
  const texts = useTexts(blockTexts)
  return (
    <div className={classes.start}>
      <PhoneIncoming size={14} aria-hidden /> {texts.comesIn}
      <Handle type="source" id="start" position={Position.Right} />
    </div>
  )
}
