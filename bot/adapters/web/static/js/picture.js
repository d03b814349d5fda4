// A picture large enough to read every word in it: on a phone a chart as wide as the screen has words of five points.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** A button that shows the picture large; beyond the edges of the screen one scrolls. */
export const enlarger = (picture) =>
  h("button.link.enlarge", { type: "button", onclick: () => enlarge(picture) }, t("enlarge"), h("span.unseen", null, `: ${picture.title}`));

/** Open the picture in a dialog of its own; closing it leads back to where one was. */
export function enlarge({ title, src, alt }) {
  const close = () => dialog.close();
  const dialog = h(
    "dialog.picture",
    { "aria-label": title, onclose: () => dialog.remove() },
    h("header", null, h("h2", null, title), h("button.quiet.close", { type: "button", "aria-label": t("close"), onclick: close }, icon("close"))),
    h("div.picture-body", { tabindex: 0, role: "region", "aria-label": title }, h("img", { src, alt, width: 1280, height: 640 })),
  );
  document.body.append(dialog);
  dialog.showModal();
}
