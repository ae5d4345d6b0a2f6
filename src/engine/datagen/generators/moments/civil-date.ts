// Days and seconds since 1970 as ISO text and back, by integer arithmetic.
// No Date: its local time differs between machines, and it is slower.

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar.
 * H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468;
}

/** 'YYYY-MM-DD' of the days since 1970-01-01 (civil_from_days of the same source). */
export function isoDate(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[day]}`;
}

/** 'HH:MM:SS' of the seconds since midnight. */
export function isoTime(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) - hours * 60;
  return `${twoDigits[hours]}:${twoDigits[minutes]}:${twoDigits[seconds % 60]}`;
}

/** 'YYYY-MM-DD HH:MM:SS', the form of SQLite's datetime(), of the seconds since 1970. */
export function isoDateTime(seconds: number): string {
  const days = Math.floor(seconds / 86400);
  return `${isoDate(days)} ${isoTime(seconds - days * 86400)}`;
}
