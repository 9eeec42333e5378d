import { useTexts } from '../../shared/language.tsx'
import { parseHours, placeOf, WEEKDAYS, type WrittenWeek } from './hours.ts'
import { scheduleTexts } from './texts.ts'
import styles from './week-picture.module.css'

const MARKS = ['0', '6', '12', '18', '24'] as const

/** Seven days of 24 hours, with a bar where it is open. */
export function WeekPicture({ week }: { readonly week: WrittenWeek }) {
  const texts = useTexts(scheduleTexts)
  const said = WEEKDAYS.map((day) => `${texts[day]}: ${week[day] === '' ? texts.closed : week[day]}`).join('; ')
  return (
    <div role="img" aria-label={`${texts.picture}. ${said}`}>
      {WEEKDAYS.map((day) => (
        <div key={day} className={styles.day}>
          <span className={styles.name}>{texts[day].slice(0, 2)}</span>
          <div className={styles.bar}>
            {(parseHours(week[day]) ?? []).map((hours) => {
              const { startPercent, widthPercent } = placeOf(hours)
              const place = { insetInlineStart: `${startPercent}%`, width: `${widthPercent}%` }
              return <div key={`${hours.from} ${hours.to}`} className={styles.open} style={place} />
            })}
          </div>
        </div>
      ))}
      <div className={styles.day}>
        <span className={styles.name} />
        <div className={styles.marks}>
          {MARKS.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </div>
      </div>
    </div>
  )
}
