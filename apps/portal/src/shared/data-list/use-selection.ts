import { useCallback, useMemo, useState } from 'react'

/** Which rows somebody has chosen, by key. */
export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly toggle: (key: string) => void
  readonly set: (keys: readonly string[]) => void
  readonly clear: () => void
}

export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (key: string) =>
      setKeys((before) => (before.has(key) ? new Set([...before].filter((other) => other !== key)) : new Set([...before, key]))),
    [],
  )
  const set = useCallback((wanted: readonly string[]) => setKeys(new Set(wanted)), [])
  const clear = useCallback(() => setKeys(new Set()), [])
  return useMemo(() => ({ keys, toggle, set, clear }), [keys, toggle, set, clear])
}
