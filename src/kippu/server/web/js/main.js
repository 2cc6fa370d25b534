// Puts the page together and starts it.
import { keepFocus } from "./focus.js";
import { html, render } from "./html.js";
import { Chat } from "./pages/chat.js";
import { Draw } from "./pages/draw.js";
import { Home } from "./pages/home.js";
import { Ledger } from "./pages/ledger.js";
import { Models } from "./pages/models.js";
import { Settings } from "./pages/settings.js";
import { Today } from "./pages/today.js";
import { listenForKeys } from "./parts/help.js";
import { Shell } from "./parts/shell.js";
import { reasons } from "./reasons.js";
import { listenForRinging } from "./ring.js";
import { route } from "./route.js";
import { start } from "./store.js";
import "./theme.js";
import { keepShell } from "./worker.js";

// A new page: its file, a line here, its row in route.js, its name in messages/, its file in sw.js.
const shown = { chat: Chat, home: Home, today: Today, draw: Draw, models: Models, ledger: Ledger, settings: Settings };

const App = () => {
  const { page, id } = route.value;
  return html`<${Shell}><${shown[page]} key=${page} id=${id} /><//>`;
};

render(html`<${App} />`, document.getElementById("app"));
start();
reasons.load();
listenForRinging();
listenForKeys();
keepFocus();
keepShell();
