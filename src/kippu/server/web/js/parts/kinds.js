// Kinds of personal data, as people call them.
import { language, maybe } from "../words.js";

const word = (kind) => maybe(`personal.${kind}`, kind.replaceAll("_", " "));

/** "names, phone numbers and places" */
export const kindWords = (kinds) =>
  new Intl.ListFormat(language.value, { type: "conjunction" }).format([...new Set(kinds.map(word))]);
