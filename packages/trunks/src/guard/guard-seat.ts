import type { Call, Leg, Seat } from '@klinke/calls'

/** What the guard follows of one call outside, from the decision on until all who hold it are gone. It is told of the end exactly once. */
export function guardSeat(answered: (leg: Leg, call: Call) => () => void, over: () => void): Seat {
  let holders = 1
  const left = (): void => {
    holders--
    if (holders === 0) over()
  }
  return {
    kind: 'seat',
    leave: left,
    holds: (leg) => {
      holders++
      void leg.over.then(left)
    },
    answered: (leg, call) => {
      const hungUp = answered(leg, call)
      void leg.over.then(hungUp)
    },
  }
}

/** Two seats that are one: both are taken, and both are given back. */
export function bothSeats(one: Seat, other: Seat): Seat {
  return {
    kind: 'seat',
    holds: (...sat) => {
      one.holds(...sat)
      other.holds(...sat)
    },
    answered: (...talking) => {
      one.answered?.(...talking)
      other.answered?.(...talking)
    },
    leave: () => {
      one.leave()
      other.leave()
    },
  }
}
