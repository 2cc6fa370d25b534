// Drawing: what to draw, the pictures that come of it, and all that were drawn before.
import { html, useEffect, useState } from "../html.js";
import { api } from "../api.js";
import { join } from "../drawing.js";
import { gallery, gone } from "../gallery.js";
import { painters } from "../order.js";
import { DrawForm } from "../parts/drawform.js";
import { Gallery } from "../parts/gallery.js";
import { Page } from "../parts/page.js";
import { Shown } from "../parts/picture.js";
import { Variants } from "../parts/variants.js";
import { go } from "../route.js";
import { attempt, online } from "../store.js";
import { t } from "../words.js";

/** The picture of this id: from the gallery, or asked for when it isn't among those that are shown. */
function usePicture(id) {
  const [asked, setAsked] = useState(null);
  const here = (gallery.data.value ?? []).find((each) => each.id === id);
  useEffect(() => {
    if (!id || here) return;
    attempt(() => api.picture(id)).then((came) => (came ? setAsked(came) : go("draw")));
  }, [id]);
  if (!id || gone(id)) return null;
  return here ?? (asked?.id === id ? asked : null);
}

export function Draw({ id }) {
  const picture = usePicture(id);
  useEffect(() => {
    painters.load();
  }, [online.value]);
  useEffect(() => {
    join();
  }, []);
  return html`
    <${Page} title=${t("page.draw")} lead=${t("draw.lead")}>
      <div class="easel"><${DrawForm} /><${Variants} /></div>
      <${Gallery} />
    <//>
    <${Shown} picture=${picture} />`;
}
