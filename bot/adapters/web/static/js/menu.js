// A menu behind one button: arrow keys walk through it, Escape closes it, and what is chosen is done from the button.

import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";

/** `element` is the button with its menu above; `entries` are `{label, help, choose()}`. */
export class Menu {
  #button;
  #list;

  constructor(label, entries) {
    const id = freshId("menu");
    this.#button = h(
      "button.quiet.more",
      { type: "button", "aria-label": label, title: label, "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id, onclick: () => this.#show(this.#list.hidden) },
      icon("plus"),
    );
    this.#list = h("div.entries", { id, role: "menu", "aria-label": label, hidden: true, onkeydown: (event) => this.#key(event) }, entries.map((entry) => this.#entry(entry)));
    this.element = h("div.more-frame", { onfocusout: ({ relatedTarget }) => this.element.contains(relatedTarget) || this.#show(false, false) }, this.#button, this.#list);
  }

  #entry({ label, help, choose }) {
    const chosen = () => {
      this.#show(false);
      choose();
    };
    return h("button.entry", { type: "button", role: "menuitem", tabindex: -1, onclick: chosen }, h("strong", null, label), h("span", null, help));
  }

  #show(shown, moves = true) {
    const wasShown = !this.#list.hidden;
    this.#list.hidden = !shown;
    this.#button.setAttribute("aria-expanded", String(shown));
    if (shown) this.#list.firstElementChild.focus();
    else if (wasShown && moves) this.#button.focus();
  }

  #key(event) {
    const entries = [...this.#list.children];
    const at = entries.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) entries.at(to % entries.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") this.#show(false);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }
}
