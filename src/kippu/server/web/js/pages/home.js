// All rooms with everything that can be set.
import { html } from "../html.js";
import { Rooms } from "../parts/homepanel.js";
import { Page } from "../parts/page.js";
import { Routines } from "../parts/routines.js";
import { t } from "../words.js";

export const Home = () => html`<${Page} title=${t("page.home")}><${Rooms} /><div class="cards"><${Routines} /></div><//>`;
