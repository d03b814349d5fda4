// Draws Block Kit much as Slack does, so that a message can be judged without a workspace.

import { h } from "./dom.js";
import { t } from "./words.js";

/** A message by the app: blocks, or an object that holds `blocks`; pictures are attached below, as Slack does. */
export function slackMessage(payload, message, pictures) {
  const blocks = Array.isArray(payload) ? payload : payload.blocks;
  return h(
    "div.slack",
    null,
    h("img.slack-avatar", { src: "/static/icon.svg", alt: "", width: 36, height: 36 }),
    h(
      "div.slack-body",
      null,
      h("div.slack-head", null, h("strong", null, "Milepost"), h("span.slack-app", null, "APP"), h("time", null, message.time)),
      blocks.map(block),
      pictures.map(({ src, alt, title }) => h("figure.slack-file", null, h("figcaption", null, title), h("img", { src, alt }))),
      message.edited ? h("p.slack-edited", null, `(${t("edited")})`) : null,
    ),
  );
}

function block(each) {
  switch (each.type) {
    case "header":
      return h("p.slack-header", null, text(each.text));
    case "section":
      return section(each);
    case "context":
      return h("p.slack-context", null, each.elements.map(text));
    case "divider":
      return h("hr");
    case "rich_text":
      return each.elements.map(richElement);
    case "actions":
      return h("div.slack-actions", null, each.elements.map(element));
    case "input":
      return h("div.slack-input", null, h("p", null, h("strong", null, text(each.label))), element(each.element), each.hint ? h("p.slack-context", null, text(each.hint)) : null);
    case "image":
      return h("figure.slack-file", null, each.title ? h("figcaption", null, text(each.title)) : null, h("img", { src: each.image_url, alt: each.alt_text }));
    case "table":
      return h("div.slack-table", null, h("table", null, each.rows.map((row) => h("tr", null, row.map((cell) => h("td", null, cell.elements ? cell.elements.map(richElement) : cell.text))))));
    default:
      return h("p.slack-context", null, each.type);
  }
}

function section({ text: words, fields, accessory }) {
  return h(
    "div.slack-section",
    null,
    h("div", null, words ? h("p", null, text(words)) : null, fields ? h("div.slack-fields", null, fields.map((field) => h("p", null, text(field)))) : null),
    accessory ? element(accessory) : null,
  );
}

function element(each) {
  if (each.type === "button") return h(`span.slack-button.${each.style ?? "default"}`, null, text(each.text));
  return h("span.slack-select", null, each.placeholder ? text(each.placeholder) : "");
}

function richElement(each) {
  switch (each.type) {
    case "rich_text_quote":
      return h("blockquote", { dir: "auto" }, each.elements.map(run));
    case "rich_text_preformatted":
      return h("pre.slack-pre", { tabindex: 0 }, each.elements.map(run));
    case "rich_text_list":
      return h(`ul.slack-list.indent-${each.indent ?? 0}`, null, each.elements.map((item) => h("li", null, item.elements.map(run))));
    default:
      return h("p.slack-rich", null, each.elements.map(run));
  }
}

function run({ type, text: said, url, style }) {
  if (type === "emoji") return "";
  const shown = said ?? url ?? "";
  if (type === "link") return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, shown);
  if (style?.bold) return h("strong", null, shown);
  if (style?.italic) return h("em", null, shown);
  return style?.code ? h("code", null, shown) : shown;
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** Plain text as it is; of Slack's markup bold and italics, entities put back. */
function text(object) {
  const said = object.text ?? "";
  if (object.type !== "mrkdwn") return said;
  return said.split(/(\*[^*\n]+\*|_[^_\n]+_)/).map((piece) => {
    const plain = (marked) => marked.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
    if (/^\*.+\*$/.test(piece)) return h("strong", null, plain(piece.slice(1, -1)));
    return /^_.+_$/.test(piece) ? h("em", null, plain(piece.slice(1, -1))) : plain(piece);
  });
}
