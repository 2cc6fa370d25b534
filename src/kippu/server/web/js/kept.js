// What this browser keeps between visits; nothing breaks where storage is switched off.
const name = (key) => `kippu.${key}`;

export function kept(key, otherwise) {
  try {
    return localStorage.getItem(name(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(name(key), value);
  } catch {
    // kept for this visit only
  }
}
