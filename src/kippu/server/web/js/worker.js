// Registers the service worker, which keeps the page itself (never an answer) for a start without the server.
import { notice } from "./store.js";
import { t } from "./words.js";

export function keepShell() {
  if (!navigator.serviceWorker) return; // an address without https has none
  navigator.serviceWorker.register("sw.js").catch(() => null); // a private window may forbid it; all else works
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "updated") notice(t("shell.updated"));
  });
}
