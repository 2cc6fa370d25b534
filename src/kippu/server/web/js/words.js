// The interface's language: which one, and what each message says in it.
import { computed, effect, signal } from "../vendor/signals.js";
import { keep, kept } from "./kept.js";
import drawEn from "./messages/draw.en.js";
import drawJa from "./messages/draw.ja.js";
import en from "./messages/en.js";
import ja from "./messages/ja.js";
import privacyEn from "./messages/privacy.en.js";
import privacyJa from "./messages/privacy.ja.js";

const messages = { en: { ...en, ...drawEn, ...privacyEn }, ja: { ...ja, ...drawJa, ...privacyJa } };

/** What the person chose: "auto", "en" or "ja". */
export const languageChoice = signal(kept("language", "auto"));

/** The language that is shown. */
export const language = computed(() => {
  if (languageChoice.value in messages) return languageChoice.value;
  return navigator.language.toLowerCase().startsWith("ja") ? "ja" : "en";
});

effect(() => {
  document.documentElement.lang = language.value;
  keep("language", languageChoice.value);
});

/** The message of this name, with {places} filled in. */
export function t(key, values = {}) {
  const message = messages[language.value][key];
  if (message === undefined) throw new Error(`No message is called ${key}`);
  if (typeof message === "function") return message(values);
  return message.replace(/\{(\w+)\}/g, (_, place) => values[place] ?? "");
}

/** The message of this name if there is one. */
export const maybe = (key, otherwise) => (key in messages.en ? t(key) : otherwise);
