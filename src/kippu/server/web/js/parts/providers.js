// Who may be asked, in which order.
import { html, useState } from "../html.js";
import { api } from "../api.js";
import { money } from "../format.js";
import { attempt, privacy } from "../store.js";
import { t } from "../words.js";
import { confirmed } from "./dialog.js";
import { Icon } from "./icon.js";
import { choose } from "./policy.js";
import { ProviderForm } from "./providerform.js";

/** As the settings keep it. */
const kept = ({ has_key: _, ...rest }) => rest;

function prices({ cents_in: sent, cents_out: got }) {
  return sent || got ? t("provider.prices", { sent: money(sent), got: money(got) }) : t("provider.noprice");
}

function key({ has_key: has, key_variable: variable }) {
  if (variable) return t(has ? "provider.key.variable" : "provider.key.variable.empty", { variable });
  return t(has ? "provider.key.kept" : "provider.key.none");
}

async function move(all, from, to) {
  const order = all.map(kept);
  order.splice(to, 0, ...order.splice(from, 1));
  await choose({ providers: order });
}

async function remove(all, provider) {
  const yes = await confirmed({
    title: t("provider.remove.title", { name: provider.name }),
    body: html`<p>${t("provider.remove.text")}</p>`,
    yes: t("action.remove"),
    danger: true,
  });
  if (!yes) return;
  if (provider.has_key && !provider.key_variable && !(await attempt(() => api.keepKey(provider.name, "")))) return;
  await choose({ providers: all.filter((each) => each !== provider).map(kept) });
}

const Provider = ({ provider, index, all, onEdit }) => html`
  <li class="provider">
    <span class="place figures" aria-hidden="true">${index + 1}</span>
    <span class="row-text"><strong>${provider.name}</strong>
      <span class="small quiet">${provider.model} · ${provider.url}</span>
      <span class="small ${provider.has_key ? "has" : "quiet"}"><${Icon} name="key" />${key(provider)}</span>
      <span class="small quiet">${prices(provider)}</span></span>
    <span class="provider-do">
      <button type="button" class="round" disabled=${index === 0} aria-label=${t("provider.up", { name: provider.name })} title=${t("provider.up.short")}
        onClick=${() => move(all, index, index - 1)}><${Icon} name="up" /></button>
      <button type="button" class="round" disabled=${index === all.length - 1} aria-label=${t("provider.down", { name: provider.name })}
        title=${t("provider.down.short")} onClick=${() => move(all, index, index + 1)}><${Icon} name="down" /></button>
      <button type="button" class="round" aria-label=${t("provider.edit", { name: provider.name })} title=${t("provider.edit.short")}
        onClick=${() => onEdit(provider)}><${Icon} name="settings" /></button>
      <button type="button" class="round" aria-label=${t("provider.remove", { name: provider.name })} title=${t("action.remove")}
        onClick=${() => remove(all, provider)}><${Icon} name="trash" /></button>
    </span>
  </li>`;

const none = { name: "", url: "", model: "", key_variable: "", context: 8192, cents_in: 0, cents_out: 0, has_key: false };

export function Providers({ read }) {
  const [edited, setEdited] = useState(null);
  const all = read.providers;
  const save = async (provider) => {
    const others = all.map(kept);
    const place = all.findIndex(({ name }) => name === edited.name);
    others.splice(place < 0 ? others.length : place, place < 0 ? 0 : 1, kept(provider));
    privacy.data.value = await api.choosePrivacy({ providers: others });
  };
  return html`
    <section class="card leave">
      <h2>${t("providers.title")}</h2>
      <p class="quiet">${t("providers.lead")}</p>
      ${all.length > 0 && html`<ol class="providers">${all.map((provider, index) => html`
        <${Provider} key=${provider.name} provider=${provider} index=${index} all=${all} onEdit=${setEdited} />`)}</ol>`}
      <button type="button" class="button" onClick=${() => setEdited(none)}><${Icon} name="plus" />${t("provider.add")}</button>
      <${ProviderForm} provider=${edited} taken=${all.map(({ name }) => name)} onSave=${save} onClose=${() => setEdited(null)} />
    </section>`;
}
