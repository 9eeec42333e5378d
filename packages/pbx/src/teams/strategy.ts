import { below, type Random } from '@klinke/foundation'

/** In which order members are rung (ACD-01, section 24). */
export type Strategy =
  /** All together. */
  | 'simultaneous'
  /** One after the other, in an order drawn for each call. */
  | 'random'
  /** One after the other, first who has had no call for longest. */
  | 'longest-idle'
  /** One after the other, beginning with the one after who was last in turn. */
  | 'next-in-turn'
  /** One drawn for each call, then all others together. */
  | 'one-then-all'

/** What the order depends on besides the strategy. */
export interface Standing {
  /** Who was last in turn. */
  readonly last: string | undefined
  readonly idleSinceMs: (member: string) => number
  readonly random: Random
}

/** Who is rung, round by round; `members` in the order of the team, those of one round together. */
export function roundsOf(strategy: Strategy, members: readonly string[], standing: Standing): readonly (readonly string[])[] {
  switch (strategy) {
    case 'simultaneous':
      return members.length === 0 ? [] : [members]
    case 'one-then-all': {
      const [first, ...others] = shuffled(members, standing.random)
      return [...(first === undefined ? [] : [[first]]), ...(others.length === 0 ? [] : [others])]
    }
    default:
      return inOrder(strategy, members, standing).map((member) => [member])
  }
}

/** The members one after the other. */
export function inOrder(
  strategy: 'random' | 'longest-idle' | 'next-in-turn',
  members: readonly string[],
  { last, idleSinceMs, random }: Standing,
): readonly string[] {
  switch (strategy) {
    case 'random':
      return shuffled(members, random)
    case 'longest-idle':
      return members.toSorted((a, b) => Math.sign(idleSinceMs(a) - idleSinceMs(b)) || 0)
    case 'next-in-turn': {
      const after = last === undefined ? 0 : members.indexOf(last) + 1
      return [...members.slice(after), ...members.slice(0, after)]
    }
  }
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(below(random, left.length), 1))
}
