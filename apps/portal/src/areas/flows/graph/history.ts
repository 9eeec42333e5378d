/** What was, what is, and what was undone. */
export interface History<State> {
  readonly past: readonly State[]
  readonly present: State
  readonly future: readonly State[]
  /** What the last change was about: changes of the same within one go are one step. */
  readonly about: string | undefined
}

/** Steps that can be undone. */
const MAX_STEPS = 200

export type HistoryAction<State> =
  /** `about`: further changes of the same thing, such as letters of one text, are undone together. */
  | { readonly kind: 'change'; readonly change: (state: State) => State; readonly about?: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Another state from elsewhere; what was before is no way back. */
  | { readonly kind: 'start-over'; readonly state: State }

export function begin<State>(state: State): History<State> {
  return { past: [], present: state, future: [], about: undefined }
}

export function step<State>(history: History<State>, action: HistoryAction<State>): History<State> {
  const { past, present, future } = history
  switch (action.kind) {
    case 'change':
      return changed(history, action.change(present), action.about)
    case 'undo': {
      const before = past.at(-1)
      return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future], about: undefined }
    }
    case 'redo': {
      const [after, ...rest] = future
      return after === undefined ? history : { past: [...past, present], present: after, future: rest, about: undefined }
    }
    case 'start-over':
      return begin(action.state)
  }
}

function changed<State>(history: History<State>, state: State, about: string | undefined): History<State> {
  if (state === history.present) return history
  if (about !== undefined && about === history.about) return { ...history, present: state, future: [] }
  return { past: [...history.past, history.present].slice(-MAX_STEPS), present: state, future: [], about }
}
