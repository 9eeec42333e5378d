import { useCallback, useRef, useState } from 'react'
import { isAcknowledged, keepAcknowledged, mustWarn } from './elsewhere.ts'
import type { Place } from './engine/telephone.ts'

/** Somebody away from the site is about to call. */
export interface AwayQuestion {
  readonly number: string
  readonly place: Place
  readonly answer: (goesOn: boolean) => void
}

/** Asks who telephones away from the site whether the call goes on. The telephone itself asks, so that no way to dial goes past it. */
export function useAwayWarning() {
  const [question, setQuestion] = useState<AwayQuestion>()
  const open = useRef<AwayQuestion>(undefined)
  const mayCall = useCallback((number: string, place: Place): Promise<boolean> => {
    if (place.whereabouts === 'here') keepAcknowledged(false)
    if (!mustWarn(place, number, isAcknowledged())) return Promise.resolve(true)
    // One question at a time: the number that was dialled last counts.
    open.current?.answer(false)
    return new Promise((resolve) => {
      const asked: AwayQuestion = {
        ...{ number, place },
        answer: (goesOn) => {
          if (goesOn) keepAcknowledged(true)
          if (open.current === asked) open.current = undefined
          setQuestion((shown) => (shown === asked ? undefined : shown))
          resolve(goesOn)
        },
      }
      open.current = asked
      setQuestion(asked)
    })
  }, [])
  return { question, mayCall }
}
