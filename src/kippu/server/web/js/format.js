// Numbers, sizes and times as people write them in the interface's language.
import { language, t } from "./words.js";

/** The person's own region where it goes with the language that is shown, so that the clock is theirs. */
const locale = () => (navigator.language.startsWith(language.value) ? navigator.language : language.value);

const number = (value, options) => new Intl.NumberFormat(locale(), options).format(value);

export const count = (value) => number(value);

/** Tokens a second: 4.27 → "4.3", 27.1 → "27" */
export const pace = (value) => number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** 98_000_000 → "98 MB" */
export function bytes(value) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = value > 0 ? Math.min(Math.floor(Math.log10(value) / 3), units.length - 1) : 0;
  const scaled = value / 1000 ** step;
  return `${number(scaled, { maximumFractionDigits: scaled < 10 && step > 1 ? 1 : 0 })} ${units[step]}`;
}

/** 135_000_000 → "135M" */
export function parameters(value) {
  if (value >= 1e12) return `${number(value / 1e12, { maximumFractionDigits: 1 })}T`;
  if (value >= 1e9) return `${number(value / 1e9, { maximumFractionDigits: 1 })}B`;
  return `${number(value / 1e6, { maximumFractionDigits: 0 })}M`;
}

/** 14 → "14 ms", 2100 → "2.1 s" */
export function milliseconds(value) {
  if (value < 0.05) return `<${number(0.1)} ms`;
  if (value < 0.95) return `${number(value, { maximumFractionDigits: 1 })} ms`;
  if (value < 1000) return `${number(value, { maximumFractionDigits: 0 })} ms`;
  return `${number(value / 1000, { maximumFractionDigits: 1 })} s`;
}

/** US cents: 0.2 → "0.2 cents", 150 → "$1.50" */
export function money(cents) {
  if (cents >= 100) return number(cents / 100, { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" });
  if (cents > 0 && cents < 0.01) return t("money.hardly");
  return t("money.cents", { n: number(cents, { maximumSignificantDigits: 2 }) });
}

/** A day of the calendar, "2026-11-24", as "24 Nov". */
export const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString(locale(), { month: "short", day: "numeric" });

export const percent = (share) => number(share, { style: "percent", maximumFractionDigits: 0 });

/** Seconds as a clock that counts down: "1:05" or "2:00:09". */
export function countdown(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  const two = (value) => String(value).padStart(2, "0");
  const [h, m, s] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60), left % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** The same in words once the seconds matter no more: "14 h 50 min". */
export function ahead(seconds) {
  const left = Math.ceil(seconds);
  return left < 3600 ? countdown(left) : t("time.ahead", { h: Math.floor(left / 3600), m: Math.floor((left % 3600) / 60) });
}

const days = (moment) => Math.round((new Date(moment).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 864e5);

/** "2:05 PM", 「午後2:05」: by the language alone, as the answers say it, whatever the region. */
export const clock = (at) => at.toLocaleTimeString(language.value, { hour: "numeric", minute: "2-digit", hour12: true });

/** "today", "tomorrow", "Tue 3 Nov" of a day or moment to come. */
export function dayAhead(iso) {
  const at = new Date(iso.length === 10 ? `${iso}T12:00` : iso);
  const away = days(at);
  if (away === 0) return t("day.today");
  if (away === 1) return t("day.tomorrow");
  return at.toLocaleDateString(locale(), { weekday: "short", month: "short", day: "numeric" });
}

/** "2:05 PM", "tomorrow 2:05 PM", "3 Nov, 2:05 PM" */
export function moment(iso) {
  const at = new Date(iso);
  const away = days(at);
  if (away === 0) return clock(at);
  if (away === 1) return t("time.tomorrow", { clock: clock(at) });
  if (away === -1) return t("time.yesterday", { clock: clock(at) });
  return t("time.other", { day: at.toLocaleDateString(locale(), { month: "short", day: "numeric" }), clock: clock(at) });
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** How often something rings: "every weekday", "every Mon, Thu"; empty for once. */
export function often(repeat) {
  if (!repeat) return "";
  if (!repeat.split(",").every((name) => weekdays.includes(name))) return t(`often.${repeat}`);
  // The fifth of January 2026 was a Monday.
  const named = (name) => new Date(2026, 0, 5 + weekdays.indexOf(name)).toLocaleDateString(language.value, { weekday: "short" });
  return t("often.days", { days: repeat.split(",").map(named).join(t("often.and")) });
}

/** The heading under which a conversation of that moment stands. */
export function period(iso) {
  const ago = -days(iso);
  if (ago <= 0) return t("period.today");
  if (ago === 1) return t("period.yesterday");
  if (ago < 7) return t("period.week");
  return new Date(iso).toLocaleDateString(locale(), { month: "long", year: "numeric" });
}
