/** The sixteen Bundesländer by their usual letters (ISO 3166-2:DE). */
export const LAENDER = ['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'] as const

export type Land = (typeof LAENDER)[number]

/**
 * Holidays that a Land has in some municipalities only: Mariä Himmelfahrt in mostly Catholic ones of Bavaria, Fronleichnam in
 * some of Saxony and Thuringia, the Friedensfest in the city of Augsburg.
 */
export const LOCAL_HOLIDAYS = ['assumption-day', 'corpus-christi', 'augsburg-peace-festival'] as const

export type LocalHoliday = (typeof LOCAL_HOLIDAYS)[number]
