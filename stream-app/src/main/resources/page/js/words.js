// Numbers and times for people.

const LOCALE = 'en-GB';
const DAY = { timeZone: 'UTC', day: '2-digit', month: 'short' };
const MINUTE = { timeZone: 'UTC', hour: '2-digit', minute: '2-digit', hour12: false };

const dayAndMinute = new Intl.DateTimeFormat(LOCALE, { ...DAY, ...MINUTE });
const minute = new Intl.DateTimeFormat(LOCALE, MINUTE);
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const count = number => whole.format(number);
export const figure = number => tenth.format(number);
export const hundredth = number => hundredths.format(number);
export const perSecond = number => (number > 0 && number < 10 ? tenth : whole).format(number);
export const clock = millis => minute.format(millis);
export const moment = millis => dayAndMinute.format(millis).replace(',', '');
export const iso = millis => new Date(millis).toISOString();
/** A later time, with its day where that is another one than that of the earlier time. */
export const later = (millis, than) => (iso(millis).slice(0, 10) === iso(than).slice(0, 10) ? clock : moment)(millis);
/** A version as people tell it from others. */
export const short = version => version?.slice(0, 12) ?? 'none';
export const many = (number, one, more = one + 's') => `${count(number)} ${number === 1 ? one : more}`;

/** When an event was: by the clock, or by its number where the watch has none. */
export const eventTime = event => (event.time === null ? `event ${count(event.number)}` : moment(event.time));
