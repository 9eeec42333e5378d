import type { Sixtieths } from '../exact.ts'
import type { Currency, Micros } from '../money.ts'
import type { Month } from '../time/calendar.ts'

/** Why nothing is charged for a leg: no connection, or a way that the tariff has for nothing (TRK-14). */
export const FREE_REASONS = ['not-connected', 'on-net', 'enum'] as const
export type FreeReason = (typeof FREE_REASONS)[number]

/** Why a leg is put aside for the operator, neither charged nor lost. */
export const RATING_FAULTS = [
  ...['not-a-time', 'ends-before-it-begins', 'too-long', 'in-the-future'],
  ...['not-a-number', 'no-tariff', 'no-zone', 'no-price'],
] as const
export type RatingFault = (typeof RATING_FAULTS)[number]

/** Why a bundle that is booked gives nothing, or no more, to a leg. */
export const DECLINED_REASONS = [
  'origin',
  'medium',
  'too-few-seats',
  'not-all-seats',
  'more-seats',
  'withdrawn',
  'excepted',
  'used-up',
] as const
export type DeclinedReason = (typeof DECLINED_REASONS)[number]

/** What became of a leg. */
export type Rating = Rated | FreeLeg | PutAside

export interface FreeLeg {
  readonly outcome: 'free'
  readonly reason: FreeReason
  readonly seconds: number
}

export interface PutAside {
  readonly outcome: 'put-aside'
  readonly fault: RatingFault
}

/** A leg with its price, and by which row of which version it came about. */
export interface Rated {
  readonly outcome: 'rated'
  /** What is charged. Rounded already where the rule rounds each call, else exact. */
  readonly amount: Sixtieths
  readonly currency: Currency
  /** Of the connection, begun seconds whole. */
  readonly seconds: number
  /** Whole increments. */
  readonly billedSeconds: number
  /** The version of the tariff at the answer. */
  readonly version: string
  readonly zone: string
  /** With plus: the longest that the number begins with. */
  readonly prefix: string
  readonly isInherited: boolean
  /** Somebody else bills it (BIL-10). */
  readonly isSeparate: boolean
  readonly pieces: readonly Piece[]
  readonly declined: readonly Declined[]
}

/** A part of the leg at one price. */
export interface Piece {
  readonly fromSecond: number
  readonly seconds: number
  /** By which version, by which of the zone's prices; undefined: the zone has none, because somebody else knows it. */
  readonly version: string
  readonly row: number | undefined
  /** Name of the period; undefined: the tariff has none for then. */
  readonly period: string | undefined
  readonly month: Month
  readonly microsPerMinute: Micros
  readonly setUp: Micros
  readonly taken: readonly Taken[]
}

/** Seconds that a bundle gave. */
export interface Taken {
  readonly bundle: string
  /** Extension, where each has its own; else empty. */
  readonly seat: string
  readonly seconds: number
}

export interface Declined {
  readonly bundle: string
  readonly why: DeclinedReason
}
