// Runs before the first paint: the theme and the language that were chosen, so that nothing flashes.
(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(`kippu.${name}`);
    } catch {
      return null; // storage is switched off: the system's own choice holds
    }
  };
  const theme = kept("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const language = kept("language");
  const system = navigator.language.toLowerCase().startsWith("ja") ? "ja" : "en";
  document.documentElement.lang = language === "ja" || language === "en" ? language : system;
})();
