// What may leave, language, theme, a phone, and what this Kippu is.
import { html, useEffect, useState } from "../html.js";
import { api } from "../api.js";
import { drawing } from "../markdown.js";
import { Choice } from "../parts/controls.js";
import { Dialog } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { Loaded } from "../parts/loaded.js";
import { Never } from "../parts/never.js";
import { Page } from "../parts/page.js";
import { Policy } from "../parts/policy.js";
import { Providers } from "../parts/providers.js";
import { Budget, Keeping } from "../parts/spending.js";
import { askPermission, permission } from "../ring.js";
import { attempt, privacy, status } from "../store.js";
import { theme } from "../theme.js";
import { languageChoice, t } from "../words.js";

const Code = ({ pair }) => html`
  <p>${t("pair.text")}</p>
  <div class="qr" role="img" aria-label=${t("pair.code")} dangerouslySetInnerHTML=${{ __html: drawing(pair.svg) }}></div>
  <p class="small"><a href=${pair.url}>${pair.url}</a></p>
  <p class="small quiet">${t("pair.secret")}</p>`;

function Pair() {
  const [pair, setPair] = useState(null);
  return html`
    <section class="card">
      <h2>${t("pair.title")}</h2>
      <p class="quiet">${t("pair.lead")}</p>
      <button type="button" class="button" onClick=${async () => setPair(await attempt(api.pair))}>
        <${Icon} name="phone" />${t("pair.show")}</button>
      <${Dialog} open=${pair !== null} onClose=${() => setPair(null)} title=${t("pair.title")}>
        ${pair?.url ? html`<${Code} pair=${pair} />` : html`<p>${t("pair.closed")}</p><p><code>kippu serve --host 0.0.0.0</code></p>`}
        <div class="actions"><button type="button" class="button" autofocus onClick=${() => setPair(null)}>${t("action.close")}</button></div>
      <//>
    </section>`;
}

const Bell = () => html`
  <section class="card">
    <h2>${t("notify.title")}</h2>
    <p class="quiet">${t(`notify.${permission.value}`)}</p>
    <p class="quiet">${t("notify.open")}</p>
    ${permission.value === "default" && html`<button type="button" class="button" onClick=${askPermission}>${t("notify.yes")}</button>`}
  </section>`;

const Rest = ({ read }) => html`<${Never} read=${read} /><${Providers} read=${read} /><${Budget} read=${read} /><${Keeping} read=${read} />`;

/** While nothing can leave, the rest is only for later. */
const Leaving = ({ read }) => html`
  <${Policy} read=${read} />
  ${read.policy === "device only"
    ? html`<details class="later"><summary><${Icon} name="down" />${t("policy.later")}</summary><${Rest} read=${read} /></details>`
    : html`<${Rest} read=${read} />`}`;

const Look = () => html`
  <section class="card">
    <h2>${t("settings.language")}</h2>
    <${Choice} name="language" label=${t("settings.language")} value=${languageChoice.value}
      options=${[["auto", t("settings.auto")], ["en", "English", "en"], ["ja", "日本語", "ja"]]}
      onChoose=${(value) => {
        languageChoice.value = value;
      }} />
    <p class="small quiet">${t("settings.language.text")}</p>
  </section>
  <section class="card">
    <h2>${t("settings.theme")}</h2>
    <${Choice} name="theme" label=${t("settings.theme")} value=${theme.value}
      options=${["auto", "light", "dark"].map((each) => [each, t(`theme.${each}`)])}
      onChoose=${(value) => {
        theme.value = value;
      }} />
  </section>`;

export function Settings() {
  useEffect(() => {
    privacy.load();
  }, []);
  return html`
    <${Page} title=${t("page.settings")}>
      <${Loaded} of=${privacy}>${(read) => html`<${Leaving} read=${read} />`}<//>
      <${Look} />
      <${Pair} />
      <${Bell} />
      <p class="small quiet">Kippu ${status.data.value?.version}</p>
    <//>`;
}
