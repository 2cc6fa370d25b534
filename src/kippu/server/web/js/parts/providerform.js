// The dialog to add or change who may be asked. A key goes from its field to the keyring's route and nowhere else.
import { html, useId, useState } from "../html.js";
import { api } from "../api.js";
import { privacy } from "../store.js";
import { t } from "../words.js";
import { Choice } from "./controls.js";
import { Dialog } from "./dialog.js";

const Field = ({ label, hint, ...rest }) => {
  const id = useId();
  return html`<div class="labelled"><label for=${id}>${label}</label>
    <input id=${id} class="field" autocomplete="off" aria-describedby=${hint ? `${id}-hint` : undefined} ...${rest} />
    ${hint && html`<p class="small quiet" id=${`${id}-hint`}>${hint}</p>`}</div>`;
};

/** Text that goes over the network as it is can be read on the way; within the device or the house it may. */
const bare = (url) => /^http:\/\/(?!localhost\b|127\.|10\.|192\.168\.|\[::1\])/i.test(url);

const dollars = (cents) => (cents ? String(cents / 100) : "");
const cents = (text) => Math.round(Number(text) * 1e6) / 1e4;

function read(form, by) {
  const value = (name) => form.elements[name]?.value.trim() ?? "";
  return {
    name: value("name"),
    url: value("url"),
    model: value("model"),
    key_variable: by === "variable" ? value("variable") : "",
    context: Number(value("context")) || 8192,
    cents_in: cents(value("sent")),
    cents_out: cents(value("got")),
  };
}

const KeyField = ({ provider, by, onBy }) => html`
  <div class="labelled"><span class="label" id="key-by">${t("provider.key")}</span>
    <${Choice} name="key-by" label=${t("provider.key")} value=${by} onChoose=${onBy}
      options=${[["keyring", t("provider.key.paste")], ["variable", t("provider.key.env")]]} />
    ${by === "keyring"
      ? html`<${Field} key="keyring" name="key" type="password" autocomplete="new-password" label=${t("provider.key.field")}
          placeholder=${provider.has_key && !provider.key_variable ? t("provider.key.stays") : ""} hint=${t("provider.key.hint")} />`
      : html`<${Field} key="variable" name="variable" label=${t("provider.variable")} required pattern="[A-Za-z_][A-Za-z0-9_]*" maxlength="100"
          placeholder="EXAMPLE_API_KEY" defaultValue=${provider.key_variable} hint=${t("provider.variable.hint")} />`}
  </div>`;

function Form({ provider, taken, onSave, onClose }) {
  const [by, setBy] = useState(provider.key_variable ? "variable" : "keyring");
  const [url, setUrl] = useState(provider.url);
  const [wrong, setWrong] = useState(null);
  const [busy, setBusy] = useState(false);
  const save = async (event) => {
    event.preventDefault();
    const made = read(event.currentTarget, by);
    const key = by === "keyring" ? event.currentTarget.elements.key.value.trim() : "";
    if (made.name !== provider.name && taken.includes(made.name)) return setWrong(t("provider.taken", { name: made.name }));
    setBusy(true);
    setWrong(null);
    try {
      await onSave(made);
      if (key) {
        await api.keepKey(made.name, key);
        await privacy.load();
      }
      onClose();
    } catch (problem) {
      const nowhere = problem.status === 401 || problem.status === 409;
      setWrong(problem.offline ? t("offline.title") : nowhere ? t("provider.nokeyring") : problem.message);
    }
    setBusy(false);
  };
  return html`
    <form class="fields" onSubmit=${save}>
      <${Field} name="name" label=${t("provider.name")} hint=${t("provider.name.hint")} required maxlength="60" pattern="[^\\/]*\\S[^\\/]*"
        defaultValue=${provider.name} autofocus />
      <${Field} name="url" type="url" label=${t("provider.url")} required pattern="https?://[^\\s\\/]+(\\/\\S*)?" placeholder="https://api.example/v1"
        value=${url} hint=${bare(url) ? t("provider.url.bare") : t("provider.url.hint")} onInput=${(event) => setUrl(event.currentTarget.value)} />
      <${Field} name="model" label=${t("provider.model")} hint=${t("provider.model.hint")} required defaultValue=${provider.model} />
      <${KeyField} provider=${provider} by=${by} onBy=${setBy} />
      <div class="pair">
        <${Field} name="sent" type="number" inputmode="decimal" min="0" step="any" label=${t("provider.sent")} placeholder="0" defaultValue=${dollars(provider.cents_in)} />
        <${Field} name="got" type="number" inputmode="decimal" min="0" step="any" label=${t("provider.got")} placeholder="0" defaultValue=${dollars(provider.cents_out)} />
      </div>
      <p class="small quiet">${t("provider.price.hint")}</p>
      <details class="toobig"><summary>${t("provider.more")}</summary>
        <${Field} name="context" type="number" inputmode="numeric" min="256" step="1" label=${t("provider.context")} hint=${t("provider.context.hint")}
          defaultValue=${String(provider.context)} /></details>
      ${wrong && html`<div class="trouble" role="alert"><p>${wrong}</p></div>`}
      <div class="actions">
        <button type="button" class="button" onClick=${onClose}>${t("action.cancel")}</button>
        <button type="submit" class="button primary" disabled=${busy}>${t("action.save")}</button>
      </div>
    </form>`;
}

export const ProviderForm = ({ provider, ...rest }) => html`
  <${Dialog} open=${provider !== null} onClose=${rest.onClose}
    title=${provider?.name ? t("provider.edit", { name: provider.name }) : t("provider.add")}>
    <${Form} key=${provider?.name} provider=${provider} ...${rest} />
  <//>`;
