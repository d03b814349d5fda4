// Draws inputs. Every one has a label, says its hint and its error, and tells its value.

import { fill, freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** `{element, key, read(), control}` for a text, choice or date input; `lookUp` finds options by what is typed. */
export function field(part, lookUp) {
  switch (part.kind) {
    case "text_input":
      return textField(part);
    case "date_input":
      return boxed(part, (id, told) => h("input", { id, ...told, type: "date", value: part.value }));
    case "choice_input":
      if (part.source) return lookedUp(part, lookUp);
      return part.compact ? dropDown(part) : choiceField(part);
    default:
      throw new Error(`no such part: ${part.kind}`);
  }
}

function textField(part) {
  const shared = { maxlength: part.max_length, placeholder: part.placeholder || null, dir: "auto" };
  return boxed(part, (id, told) => {
    if (!part.multiline) return h("input", { id, ...told, ...shared, type: "text", autocomplete: "off", value: part.value });
    return h("textarea", { id, ...told, ...shared, rows: 2 }, part.value);
  });
}

function dropDown(part) {
  const options = part.options.map(({ value, label }) => h("option", { value, selected: value === part.value }, label));
  return boxed(part, (id, told) => h("select", { id, ...told }, h("option", { value: "" }, t("choose")), options));
}

/** A field whose options are found while typing; what is typed without choosing is sent as it is. */
function lookedUp(part, lookUp) {
  const known = new Map(part.options.map(({ value, label }) => [label, value]));
  const chosen = part.options.find(({ value }) => value === part.value)?.label ?? part.value;
  const offers = h("datalist", { id: freshId("offers") });
  let newest = 0;
  const look = async (typed) => {
    const number = ++newest;
    const options = await lookUp(typed).catch(() => []);
    if (number !== newest) return;
    for (const { value, label } of options) known.set(label, value);
    fill(offers, options.map(({ label }) => h("option", { value: label })));
  };
  const drawn = boxed(part, (id, told) =>
    h("input", {
      id, ...told, type: "text", autocomplete: "off", value: chosen, list: offers.id, dir: "auto",
      onfocus: ({ target }) => look(target.value),
      oninput: ({ target }) => look(target.value),
    }),
  );
  drawn.element.append(offers);
  return { ...drawn, read: () => known.get(drawn.control.value) ?? drawn.control.value };
}

/** Label, hint, control and error, tied together. */
function boxed(part, draw) {
  const id = freshId("field");
  const control = draw(id, told(part, id));
  const element = h(
    "div.field",
    { class: classOf("field", part) },
    h("label", { for: id }, part.label, needed(part)),
    hintOf(part, id),
    control,
    errorOf(part, id),
  );
  return { element, key: part.key, control, read: () => control.value };
}

function choiceField(part) {
  const id = freshId("field");
  const radios = part.options.map(({ value, label }) => {
    const input = h("input", { type: "radio", name: id, value, checked: value === part.value });
    return { input, element: h(`label.choice.${safeClass(value)}`, null, input, h("span", null, STATUSES.has(value) ? icon(value) : null, label)) };
  });
  const chosen = () => radios.find(({ input }) => input.checked)?.input;
  const clear = h("button.link.clear", { type: "button", hidden: !part.value }, t("clear"), h("span.unseen", null, `: ${part.label}`));
  const element = h(
    "fieldset",
    { class: classOf("field", part), ...told(part, id), "aria-required": null },
    h("legend", null, part.label, needed(part)),
    hintOf(part, id),
    h("div.choices", null, radios.map((radio) => radio.element), part.required ? null : clear),
    errorOf(part, id),
  );
  element.addEventListener("change", () => (clear.hidden = !chosen()));
  clear.addEventListener("click", () => {
    const was = chosen();
    if (was) was.checked = false;
    clear.hidden = true;
    radios[0].input.focus();
    element.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return { element, key: part.key, control: radios[0].input, read: () => chosen()?.value ?? "" };
}

const STATUSES = new Set(["on_track", "at_risk", "off_track"]);
const safeClass = (value) => (STATUSES.has(value) ? value : "any");
const classOf = (name, part) => `${name} ${part.kind}${part.multiline ? " multiline" : ""}${part.error ? " wrong" : ""}`;
const needed = (part) => (part.required ? h("span.needed", null, t("needed")) : null);
const hintOf = (part, id) => (part.hint ? h("p.hint", { id: `${id}-hint` }, part.hint) : null);
const errorOf = (part, id) => (part.error ? h("p.error", { id: `${id}-error` }, icon("alert"), h("span", null, part.error)) : null);

function told(part, id) {
  const described = [part.hint && `${id}-hint`, part.error && `${id}-error`].filter(Boolean).join(" ");
  return {
    "aria-describedby": described || null,
    "aria-invalid": part.error ? "true" : null,
    "aria-required": part.required ? "true" : null,
  };
}
