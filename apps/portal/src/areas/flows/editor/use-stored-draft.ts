import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useRefresh } from '../../../api/queries.ts'
import { useApi } from '../../../session/session-context.tsx'
import type { Draft, Flow } from '../graph/flow.ts'
import { begin, type HistoryAction, step } from '../graph/history.ts'
import { Autosave, type Saving } from './autosave.ts'

/** What a flow is called, and what is dialled for it inside. */
export interface Names {
  readonly name: string
  readonly number: string | null
}

/** A draft with the way back, stored by itself. */
export interface StoredDraft {
  readonly draft: Draft
  /** What the server has: also what is published, and what is wrong with the draft. */
  readonly flow: Flow
  readonly saving: Saving
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** `about`: further changes of the same thing are undone together. */
  readonly change: (change: (draft: Draft) => Draft, about?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Stores at once; true when the server has all that was drawn. */
  readonly flush: () => Promise<boolean>
  /** Ends a conflict. */
  readonly settle: (whose: 'mine' | 'theirs') => Promise<void>
  /** Gives the flow another name or internal number. Throws `Problem`. */
  readonly rename: (names: Names) => Promise<void>
  /** Reads anew what the server has, after a publication. */
  readonly look: () => Promise<void>
}

export function draftOf({ draft, layout, examples }: Flow): Draft {
  return { graph: draft, layout, examples }
}

export function useStoredDraft(initial: Flow): StoredDraft {
  const [history, dispatch] = useReducer(step<Draft>, initial, (flow) => begin(draftOf(flow)))
  const [saving, setSaving] = useState<Saving>({ kind: 'saved' })
  const [flow, setFlow] = useState(initial)
  const api = useApi()
  const autosave = useAutosave(initial, setFlow, setSaving)
  const path = useMemo(() => ({ flowId: initial.id }), [initial.id])
  const draft = history.present
  const known = useRef(draft)
  useEffect(() => {
    if (known.current === draft) return
    known.current = draft
    autosave.change(draft)
  }, [draft, autosave])

  const act = useCallback((action: HistoryAction<Draft>) => dispatch(action), [])
  // What has just been drawn reaches the autosave with the next effect.
  const flush = useCallback(() => new Promise<boolean>((resolve) => setTimeout(() => resolve(autosave.flush()))), [autosave])
  const look = useCallback(async () => setFlow(await api('GET /flows/{flowId}', { path })), [api, path])
  const rename = async (names: Names): Promise<void> => {
    if (!(await flush())) return
    const renamed = await api('PATCH /flows/{flowId}', { path, body: { ...names, revision: autosave.revision } })
    setFlow(renamed)
    await autosave.goOnFrom(renamed.revision, undefined)
  }
  const settle = async (whose: 'mine' | 'theirs'): Promise<void> => {
    const theirs = await api('GET /flows/{flowId}', { path })
    if (whose === 'theirs') {
      known.current = draftOf(theirs)
      act({ kind: 'start-over', state: known.current })
      setFlow(theirs)
    }
    await autosave.goOnFrom(theirs.revision, whose === 'mine' ? draft : undefined)
  }
  return {
    ...{ draft, flow, saving, settle, look, rename, flush },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: useCallback((change, about) => act({ kind: 'change', change, ...(about === undefined ? {} : { about }) }), [act]),
    undo: useCallback(() => act({ kind: 'undo' }), [act]),
    redo: useCallback(() => act({ kind: 'redo' }), [act]),
  }
}

function useAutosave({ id, revision }: Flow, setFlow: (flow: Flow) => void, setSaving: (saving: Saving) => void): Autosave {
  const api = useApi()
  const queries = useQueryClient()
  const refresh = useRefresh()
  const [autosave] = useState(() => {
    const store = ({ graph, layout, examples }: Draft, from: number): Promise<Flow> =>
      api('PATCH /flows/{flowId}', { path: { flowId: id }, body: { draft: graph, layout, examples, revision: from } })
    const later = (work: () => void, ms: number): (() => void) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    }
    const stored = (flow: Flow): void => {
      setFlow(flow)
      queries.setQueryData(['GET /flows/{flowId}', { path: { flowId: id } }], flow)
    }
    return new Autosave({ store, later, stored, told: setSaving }, revision)
  })
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (!autosave.isBehind) return
      void autosave.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void autosave.flush().then(() => refresh('/flows'))
    }
  }, [autosave, refresh])
  return autosave
}
