// A day of the calendar, as the number of days since 1970-01-01 (proleptic Gregorian).
class Day {
  constructor(number) {
    this.number = number;
  }
}
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December',
];
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year, month) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
// The inverse pair of Howard Hinnant's "chrono-compatible low-level date algorithms".
const dayNumber = (year, month, day) => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
};
const civil = (number) => {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);
const dayOf = (year, month, day) =>
  Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) &&
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
    ? new Day(dayNumber(year, month, day))
    : null;
const dayNumbered = (number, what) =>
  number >= FIRST_DAY && number <= LAST_DAY ? new Day(number) : unknown(`${what} is no day between the years 1 and 9999`);
const dayFrom = (iso) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = parts && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (!day) {
    throw new TypeError(`not a date: ${iso}`);
  }
  return day;
};
const two = (n) => String(n).padStart(2, '0');
const isoDay = (day) => {
  const { year, month, day: d } = civil(day.number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(d)}`;
};
const shownDay = (day) => {
  const { year, month, day: d } = civil(day.number);
  return `${MONTHS[month - 1]} ${d}, ${year}`;
};
// 0 is Monday.
const weekday = (number) => (((number + 3) % 7) + 7) % 7;
const isWorkday = (number) => weekday(number) < 5;
const addMonths = (day, months) => {
  const { year, month, day: d } = civil(day.number);
  const all = year * 12 + month - 1 + months;
  const y = Math.floor(all / 12);
  const m = all - y * 12 + 1;
  return y < 1 || y > 9999 ? unknown('the month is outside the years 1 to 9999') : dayOf(y, m, Math.min(d, daysIn(y, m)));
};
// The n-th working day after a day, or before it where n is negative; weekends do not count.
const addWorkdays = (day, n) => {
  let number = day.number;
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  const weeks = Math.floor(left / 5);
  number += step * weeks * 7;
  left -= weeks * 5;
  if (left === 0 && weeks > 0 && !isWorkday(number)) {
    do {
      number -= step;
    } while (!isWorkday(number));
    return dayNumbered(number, 'WORKDAY');
  }
  while (left > 0) {
    number += step;
    if (isWorkday(number)) {
      left -= 1;
    }
  }
  return dayNumbered(number, 'WORKDAY');
};
// How many working days lie between two days, both counted.
const workdaysBetween = (from, to) => {
  if (from > to) {
    return -workdaysBetween(to, from);
  }
  const all = to - from + 1;
  let count = Math.floor(all / 7) * 5;
  for (let i = 0; i < all % 7; i++) {
    if (isWorkday(to - i)) {
      count += 1;
    }
  }
  return count;
};
