// Draws a card's parts. Colour never says anything alone.

import { field } from "./fields.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { enlarger } from "./picture.js";
import { t } from "./words.js";

// Characters, from which what stands beside a label is a sentence and no figure.
const WORDY = 60;

/** Everything of a card below its title; `tap(action, button)` is called for a button. */
export const cardParts = (parts, tap) => parts.map((part) => drawPart(part, tap));

/** One part of a card or form. */
export function drawPart(part, tap) {
  switch (part.kind) {
    case "heading":
      return h("h3.part-heading", null, part.text);
    case "paragraph":
      return paragraph(part);
    case "facts":
      return h(part.items.some((fact) => fact.value.length > WORDY) ? "dl.facts.wordy" : "dl.facts", null, part.items.map((fact) => h("div", null, h("dt", null, fact.label), h("dd", null, fact.value))));
    case "progress":
      return progress(part);
    case "outline":
      return outline(part);
    case "table":
      return table(part);
    case "chart":
      return chart(part);
    case "link":
      return h("p", null, h("a.link", { href: part.address, target: "_blank", rel: "noopener noreferrer" }, part.label));
    case "divider":
      return h("hr");
    case "actions":
      return h("div.actions", null, part.items.map((action) => actionButton(action, tap)));
    default:
      return field(part).element;
  }
}

function paragraph({ text, tone }) {
  if (tone === "quote") return h("blockquote", { dir: "auto" }, text);
  if (tone === "warning") return h("p.warning", null, icon("alert"), h("span", null, text));
  return h(tone === "subtle" ? "p.subtle" : "p", null, text);
}

function progress({ label, percent, caption, status, status_label: statusLabel }) {
  const done = h("span.bar-done");
  if (percent !== null) done.style.inlineSize = `${Math.max(0, Math.min(100, percent))}%`;
  return h(
    `div.progress.${status ?? "no-status"}`,
    null,
    h("div.progress-head", null, h("span.progress-label", null, label), status ? statusPill(status, statusLabel) : null),
    percent === null ? null : h("span.bar", { "aria-hidden": "true" }, done),
    caption ? h("p.subtle", null, caption) : null,
  );
}

/** A tree as nested lists: each item lies under the last one before it that is less deep. */
function outline({ items }) {
  const top = h("ul.outline");
  const open = [{ depth: -1, list: top }];
  for (const item of items) {
    while (open.length > 1 && open.at(-1).depth >= item.depth) open.pop();
    const above = open.at(-1);
    above.list ??= above.item.appendChild(h("ul"));
    const entry = above.list.appendChild(h("li", null, outlined(item)));
    open.push({ depth: item.depth, item: entry, list: null });
  }
  return top;
}

function outlined({ text, note, strong, percent, status, status_label: statusLabel }) {
  const done = h("span.bar-done");
  if (percent !== null) done.style.inlineSize = `${Math.max(0, Math.min(100, percent))}%`;
  return h(
    `div.outline-item.${status ?? "no-status"}`,
    null,
    h(strong ? "strong" : "span", { dir: "auto" }, text),
    percent === null ? null : h("span.bar", { "aria-hidden": "true" }, done),
    note ? h("span.outline-note", null, note) : null,
    status ? statusPill(status, statusLabel) : null,
  );
}

/** A status in words, with a sign of its own shape. */
export const statusPill = (status, label) => h(`span.pill.${status}`, null, icon(status), label);

function table({ header, rows }) {
  const head = h("tr", null, header.map((name) => h("th", { scope: "col" }, name)));
  const body = rows.map(([name, ...cells]) => h("tr", null, h("th", { scope: "row" }, name), cells.map((cell) => h("td", null, cell))));
  return h("div.table", { tabindex: 0, role: "region", "aria-label": header.filter(Boolean).join(", ") }, h("table", null, h("thead", null, head), h("tbody", null, body)));
}

function chart({ title, src, alt, labels, series, unit }) {
  const shown = (value) => (value === null ? "–" : `${Math.round(value * 10) / 10}${unit === "%" ? "" : " "}${unit}`);
  const rows = labels.map((label, index) => [label, ...series.map((each) => shown(each.values[index]))]);
  return h(
    "figure.chart",
    null,
    // The picture has its title in it.
    h("figcaption.unseen", null, title),
    h("img", { src, alt, width: 640, height: 320 }),
    enlarger({ title, src, alt }),
    h("details", null, h("summary", null, t("show-figures")), table({ header: ["", ...series.map(({ name }) => name)], rows })),
  );
}

function actionButton(action, tap) {
  const button = h(`button.action.${action.style}`, { type: "button", "data-action": `${action.name} ${action.value}` }, action.label);
  button.addEventListener("click", async () => {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      await tap(action, button);
    } finally {
      button.ariaBusy = "false";
    }
  });
  return button;
}
