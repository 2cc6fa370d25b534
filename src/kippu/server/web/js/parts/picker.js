// A button that opens the device's own choice of a picture; a keyboard reaches it as any other field.
import { html } from "../html.js";
import { notice } from "../store.js";
import { t } from "../words.js";
import { Icon } from "./icon.js";

/** Hand a file to `use`; what can't be opened as a picture is said. */
export async function offer(file, use) {
  if (!(await use(file))) notice(t("file.bad", { name: file.name }), true);
}

export const Picker = ({ icon, text, use }) => html`
  <label class="button picker">
    <input type="file" accept="image/*" onChange=${({ currentTarget }) => {
      const [file] = currentTarget.files;
      if (file) offer(file, use);
      currentTarget.value = ""; // so that the same file can be chosen again
    }} />
    <${Icon} name=${icon} />${text}
  </label>`;
