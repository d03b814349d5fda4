// The dialog in which someone looks for an objective to put into a conversation, as Teams has it at its own box.

import { showProblem } from "./api.js";
import { cardParts } from "./card.js";
import { announce, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** One dialog, used for every conversation. */
export class SearchDialog {
  #session;
  #conversation = null;
  #newest = 0;
  #box;
  #results;
  #note;

  constructor(session) {
    this.#session = session;
    this.#box = h("input", { type: "search", id: "find", autocomplete: "off", dir: "auto", placeholder: t("find-hint"), oninput: () => this.#look() });
    this.#note = h("p.hint");
    this.#results = h("ul.found");
    this.element = h(
      "dialog.form.find",
      { "aria-labelledby": "find-title" },
      h("form", { method: "dialog", onsubmit: (event) => event.preventDefault() },
        h("header", null, h("h2", { id: "find-title" }, t("find-objective")), h("button.quiet.close", { type: "button", "aria-label": t("close"), onclick: () => this.element.close() }, icon("close"))),
        h("div.find-box", null, h("label.unseen", { for: "find" }, t("find-label")), this.#box, this.#note),
        h("div.form-body", { tabindex: 0, role: "region", "aria-label": t("find-results") }, this.#results),
      ),
    );
  }

  show(conversation) {
    this.#conversation = conversation;
    this.#box.value = "";
    this.#note.textContent = conversation.team ? t("find-read-by-team", { team: conversation.team }) : t("direct-about");
    fill(this.#results);
    this.element.showModal();
    this.#box.focus();
    this.#look();
  }

  async #look() {
    const number = ++this.#newest;
    const typed = this.#box.value;
    try {
      const found = await this.#session.search(this.#conversation.id, typed);
      if (number === this.#newest) this.#draw(typed, found);
    } catch (problem) {
      showProblem(problem);
    }
  }

  #draw(typed, found) {
    fill(this.#results, found.length ? found.map((each, index) => this.#row(typed, each, index)) : h("li.empty", null, t("find-nothing")));
    announce(t("suggestions-count", { count: found.length }));
  }

  #row(typed, { card, about }, index) {
    return h(
      "li.card",
      { lang: card.language },
      h("div.found-head", null,
        h("div", null, h("h3.card-title", null, card.title), about ? h("p.subtle", null, about) : null),
        h("button.action.default", { type: "button", onclick: (event) => this.#put(event.currentTarget, typed, index, card.title) }, t("find-put"), h("span.unseen", null, `: ${card.title}`)),
      ),
      cardParts(card.parts, () => {}),
    );
  }

  async #put(button, typed, number, title) {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      await this.#session.put(this.#conversation.id, typed, number, title);
      this.element.close();
    } catch (problem) {
      showProblem(problem);
    } finally {
      button.ariaBusy = "false";
    }
  }
}
