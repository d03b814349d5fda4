// The home surface: one card, drawn anew whenever something changes.

import { showProblem } from "./api.js";
import { cardParts } from "./card.js";
import { fill, h } from "./dom.js";
import { milepostAvatar } from "./people.js";
import { t } from "./words.js";

/** `heading` goes into the page's head, `element` below it. */
export class HomeView {
  #session;
  #tap;

  constructor(session, tap) {
    this.#session = session;
    this.#tap = tap;
    this.heading = h("div.place-title", null, milepostAvatar(), h("div", null, h("h1", { tabindex: -1 }, t("home")), h("p", null, t("home-about"))));
    this.element = h("div.scroller.home", { tabindex: 0, role: "region", "aria-label": t("home") });
    this.refresh();
  }

  focus() {
    this.heading.querySelector("h1").focus({ preventScroll: true });
  }

  async refresh() {
    try {
      await this.#session.openHome();
    } catch (problem) {
      showProblem(problem);
    }
  }

  show(card) {
    fill(this.element, h("section.card.home-card", { lang: card.language, "aria-labelledby": "home-title" }, h("h2.card-title", { id: "home-title" }, card.title), cardParts(card.parts, (action) => this.#tap(action))));
  }
}
