// In which language a text is that people or models wrote: a screen reader reads it in that voice, and the browser
// draws it with that language's letter forms.
import { language } from "./words.js";

export const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** "ja" where there is a Japanese letter, "en" for words without one on a Japanese page, else the page's own. */
export function tongue(text) {
  if (japanese.test(text)) return "ja";
  return language.value === "ja" && /\p{Script=Latin}{2}/u.test(text) ? "en" : language.value;
}
